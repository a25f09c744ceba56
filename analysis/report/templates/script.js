(function () {
  "use strict";
  var root = document.documentElement;
  // Text that is laid out before the embedded font is decoded can keep its boxes: wait for the font, one second at most.
  function ready() { root.classList.remove("waiting"); }
  if (document.fonts && document.fonts.load) {
    root.classList.add("waiting");
    document.fonts.load('1rem "Report Sans"', "\u56fd").then(ready, ready);
    window.setTimeout(ready, 1000);
  }

  // --- the page that finds

  var MOST = 200, CONTEXT = 24, data = null;

  function made(tag, properties, children) {
    var element = document.createElement(tag);
    Object.keys(properties || {}).forEach(function (name) { element.setAttribute(name, properties[name]); });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }
  function both(name, values) {
    return ["en", "zh"].map(function (language) {
      var text = data.words[language][name].replace(/\{(\w+)\}/g, function (_, key) { return values[key]; });
      return made("span", { lang: language }, [text]);
    });
  }
  function sentence(id) { return made("a", { "class": "sid", href: root.dataset.text + "#" + id }, [id]); }
  function borders(lengths) {
    var at = 0, found = new Set([0]);
    for (var i = 0; i < lengths.length; i += 1) { at += parseInt(lengths[i], 36); if (lengths[i] !== "z") { found.add(at); } }
    return found;
  }
  function places(query) {
    var found = [];
    data.sentences.forEach(function (row) {
      var words = null;
      for (var at = row[2].indexOf(query); at >= 0; at = row[2].indexOf(query, at + 1)) {
        words = words || borders(row[3]);
        found.push({ row: row, at: at, whole: words.has(at) && words.has(at + query.length) });
      }
    });
    return found;
  }
  function line(place, query) {
    var text = place.row[2], from = place.at, to = from + query.length;
    var left = text.slice(Math.max(0, from - CONTEXT), from), right = text.slice(to, to + CONTEXT);
    return made("tr", place.whole ? {} : { "class": "part" }, [
      made("td", {}, [sentence(place.row[0])]),
      made("td", { "class": "left" }, [(from > CONTEXT ? "…" : "") + left]),
      made("td", { "class": "match" }, [made("mark", {}, [query])]),
      made("td", { "class": "right" }, [right + (to + CONTEXT < text.length ? "…" : "")])
    ]);
  }
  function listed(rows, most, render) {
    var body = made("tbody", {}, rows.slice(0, most).map(render));
    var table = made("div", { "class": "scroll", tabindex: "0" }, [made("table", { "class": "lines" }, [body])]);
    if (rows.length <= most) { return [table]; }
    var more = made("button", { type: "button" }, both("more", { n: rows.length - most }));
    more.addEventListener("click", function () {
      rows.slice(most).forEach(function (row) { body.append(render(row)); });
      more.remove();
    });
    return [table, more];
  }
  function chapters(found) {
    var counts = data.chapters.map(function () { return 0; });
    found.forEach(function (place) { counts[place.row[1]] += 1; });
    var most = Math.max.apply(null, counts);
    return made("ol", { "class": "counts" }, counts.map(function (n, at) {
      var name = at ? [data.chapters[at]] : both("outside", {});
      var bar = made("i", { "aria-hidden": "true" }); bar.style.width = 8 * n / most + "rem";
      return n || at ? made("li", n ? {} : { "class": "none" }, [made("b", {}, [String(n)]), bar].concat(name)) : "";
    }));
  }
  function strip(found) {
    var sizes = data.sentences.map(function (row) { return row[2].length; });
    var starts = new Map(), total = 0;
    data.sentences.forEach(function (row, at) { starts.set(row, total); total += sizes[at]; });
    var space = "http://www.w3.org/2000/svg", svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 1000 24"); svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("class", "places"); svg.setAttribute("aria-hidden", "true");
    new Set(found.map(function (place) { // however many there are, no two in one place
      return Math.round(1000 * (starts.get(place.row) + place.at) / total);
    })).forEach(function (x) {
      var stroke = document.createElementNS(space, "rect");
      stroke.setAttribute("x", x);
      stroke.setAttribute("width", "2"); stroke.setAttribute("height", "24");
      svg.append(stroke);
    });
    return svg;
  }
  function answer(query) {
    var found = places(query), sentences = new Set(found.map(function (place) { return place.row[0]; }));
    var values = {
      query: query, n: found.length, sentences: sentences.size,
      whole: found.filter(function (place) { return place.whole; }).length
    };
    if (!found.length) { return [made("p", { role: "status" }, both("nothing", values))]; }
    return [made("p", { role: "status" }, both("count", values)), strip(found), chapters(found)]
      .concat(listed(found, MOST, function (place) { return line(place, query); }));
  }
  function asked(value) { // whether a sentence is meant; 9.1.1-3 stands for three, and need not be written out
    var single = new Set(), runs = new Map();
    value.split("+").forEach(function (run) {
      var parts = /^(.*\.)(\d+)-(\d+)$/.exec(run);
      if (!parts) { single.add(run); return; }
      if (!runs.has(parts[1])) { runs.set(parts[1], []); }
      runs.get(parts[1]).push([+parts[2], +parts[3]]);
    });
    function held(id) {
      var parts = /^(.*\.)(\d+)$/.exec(id);
      return single.has(id) || Boolean(parts) && (runs.get(parts[1]) || []).some(function (run) {
        return run[0] <= +parts[2] && +parts[2] <= run[1];
      });
    }
    return function (id) { // a heading or paragraph stands for all that is in it
      return held(id) || held(id.replace(/\.\d+$/, "")) || held(id.split(".")[0]);
    };
  }
  function behind(own) {
    var rows = data.sentences.filter(function (row) { return own(row[0]); });
    return [made("p", { role: "status" }, both("behind", { n: rows.length }))]
      .concat(listed(rows, MOST, function (row) {
        return made("tr", {}, [made("td", {}, [sentence(row[0])]), made("td", { "class": "text" }, [row[2]])]);
      }));
  }
  function decoded(address) { // a damaged address is taken as it stands
    try { return decodeURIComponent(address); } catch (damaged) { return address; }
  }
  function find() {
    var place = document.getElementById("found"), source = document.getElementById("sentences");
    var hash = /^#(?:find)?([qs])=(.*)$/.exec(window.location.hash);
    if (!place || !source || !hash) { return; }
    data = data || JSON.parse(source.textContent);
    var value = decoded(hash[2]);
    place.replaceChildren.apply(place, hash[1] === "q" ? answer(value) : behind(asked(value)));
    if (hash[1] === "q") { document.getElementById("query").value = value; }
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.getElementById("search").addEventListener("submit", function (event) {
      var query = document.getElementById("query").value.trim();
      event.preventDefault();
      if (query) { window.location.assign(root.dataset.find + "#q=" + encodeURIComponent(query)); }
    });
    document.querySelectorAll("input[data-theme]").forEach(function (box) {
      box.addEventListener("change", function () {
        document.body.classList.toggle("hide-" + box.dataset.theme, !box.checked);
      });
    });
    if (window.matchMedia("(max-width: 60rem)").matches) {
      document.querySelectorAll("details.pages").forEach(function (pages) { pages.open = false; });
    }
    window.addEventListener("hashchange", find);
    find();
  });
}());
