(function () {
  "use strict";
  // What a notebook's document is stands in the element before; the rest of this is made once, for all notebooks.
  var script = document.currentScript;
  var given = JSON.parse(script.previousElementSibling.textContent);
  var KEY = "policy-text-language", SPACE = "http://www.w3.org/2000/svg", MOST = 200, CONTEXT = 24;
  var root = document.documentElement;

  function made(tag, properties, children) {
    var element = document.createElement(tag);
    Object.entries(properties || {}).forEach(function (pair) { element.setAttribute(pair[0], pair[1]); });
    element.append.apply(element, (children || []).flat());
    return element;
  }
  function both(words, name, values) {
    return ["en", "zh"].map(function (language) {
      var text = words[language][name].replace(/\{(\w+)\}/g, function (_, key) { return values[key]; });
      return made("span", { lang: language }, [text]);
    });
  }

  // --- the language

  function stored(value) {
    try {
      if (value) { window.localStorage.setItem(KEY, value); }
      return window.localStorage.getItem(KEY);
    } catch (refused) { return null; }
  }
  function shown() { return root.classList.contains("policy-zh") ? "zh" : "en"; }
  function show(language) {
    root.classList.toggle("policy-zh", language === "zh");
    root.classList.toggle("policy-en", language !== "zh");
  }

  // --- a notebook: its cells' languages, and what can be reached with the keyboard

  function notebookOf(element) { return element.closest(".jp-NotebookPanel") || document.body; }

  function spoken(cell) {
    var text = cell.querySelector(".jp-RenderedMarkdown");
    text = text ? text.textContent : "";
    var han = (text.match(/\p{Script=Han}/gu) || []).length, latin = (text.match(/[A-Za-z]/g) || []).length;
    return han + latin === 0 ? "" : 2 * han > latin ? "zh" : "en";
  }
  // Only pairs are told apart: what a reader has written in one language stays in both.
  function pair(notebook) {
    var cells = Array.from(notebook.querySelectorAll(".jp-Cell"));
    for (var at = 0; at + 1 < cells.length; at += 1) {
      if ([cells[at], cells[at + 1]].every(function (cell) { return cell.matches(".jp-MarkdownCell"); })
        && spoken(cells[at]) === "en" && spoken(cells[at + 1]) === "zh") {
        cells[at].dataset.policyLanguage = "en";
        cells[at + 1].dataset.policyLanguage = "zh";
        at += 1;
      } else if (cells[at].querySelector(".jp-RenderedMarkdown")) {
        delete cells[at].dataset.policyLanguage;
      }
    }
  }
  function reachable(notebook) {
    notebook.querySelectorAll(":is(.sid, .sids):not([tabindex])").forEach(function (one) {
      var drawing = one.closest("svg");
      one.setAttribute("role", "button");
      one.setAttribute("tabindex", drawing && drawing.querySelector("[tabindex='0']") ? "-1" : "0");
      if (drawing) { drawing.setAttribute("role", "group"); }
    });
  }
  function watch(notebook) {
    var waiting = false;
    function look() {
      waiting = false;
      pair(notebook);
      reachable(notebook);
      notebook.querySelectorAll(".explore:not(.live)").forEach(enliven);
    }
    new MutationObserver(function () {
      if (!waiting) { waiting = true; window.requestAnimationFrame(look); }
    }).observe(notebook, { childList: true, subtree: true });
    look();
  }

  // --- the sentences behind a number

  function close() {
    var state = window.policyText;
    if (!state.panel) { return false; }
    state.panel.remove();
    state.panel = null;
    if (state.asker && state.asker.isConnected) { state.asker.focus({ preventScroll: true }); }
    return true;
  }
  function said(row) {
    var parts = [made("span", { "class": "no" }, [row[0]]), made("span", { lang: "zh-CN" }, [row[2]])];
    if (row[3]) { parts.push(made("div", { "class": "translation", lang: "en" }, [made("small", {}, ["Unofficial translation: "]), row[3]])); }
    return made("p", {}, parts);
  }
  function behind(study, ids) { // a heading or a paragraph stands for all that is in it
    var wanted = new Set(ids);
    var below = ids.flatMap(function (id) { return study.below[id] ? [study.below[id]] : []; });
    return study.sentences.filter(function (row, at) {
      return below.some(function (range) { return range[0] <= at && at < range[1]; }) || wanted.has(row[0]) || wanted.has(row[0].replace(/\.\d+$/, "")) || wanted.has(row[0].split(".")[0])
        || wanted.has("c" + row[1]);
    });
  }
  function open(asker, ids) {
    var study = window.policyText.notebooks.get(notebookOf(asker));
    if (!study) { return; }
    close();
    var rows = behind(study, ids), words = study.words;
    var headings = ids.filter(function (id) { return study.headings[id]; });
    var shut = made("button", { type: "button" }, both(words, "close", {}));
    shut.addEventListener("click", close);
    var panel = made("aside", { "class": "policy-panel policy-text", role: "dialog", tabindex: "-1", "aria-label": study.title,
      "data-lm-suppress-shortcuts": "true" }, [
      made("header", {}, [made("span", {}, both(words, rows.length ? "behind" : "empty", { n: rows.length })), shut]),
      headings.map(function (id) { return made("p", { "class": "heading" }, [made("span", { "class": "no" }, [id]), study.headings[id]]); }),
      rows.slice(0, MOST).map(said),
      rows.length > MOST ? [made("p", {}, ["…"])] : []
    ]);
    document.body.append(panel);
    window.policyText.panel = panel;
    window.policyText.asker = asker;
    panel.focus({ preventScroll: true });
  }
  function asked(event) {
    var one = event.target.closest && event.target.closest(".sid, .sids");
    if (!one || one.hasAttribute("href") || !window.policyText.notebooks.has(notebookOf(one))) { return; }
    event.preventDefault();
    event.stopPropagation();
    open(one, one.dataset.sid ? [one.dataset.sid] : (one.dataset.sids || "").split(" "));
  }
  function along(one, step) { // the pieces of a drawing are one stop; arrows lead from one to the next
    var pieces = Array.from(one.closest("svg").querySelectorAll(".sid, .sids"));
    var next = pieces[pieces.indexOf(one) + step];
    if (!next) { return; }
    one.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }
  function pressed(event) {
    var one = event.target.closest && event.target.closest(".sid, .sids");
    var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape" && close()) {
      event.stopImmediatePropagation();
    } else if (one && (event.key === "Enter" || event.key === " ")) {
      asked(event);
      event.stopImmediatePropagation();
    } else if (one && step && one.closest("svg")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      along(one, step);
    }
  }

  // --- trying: a word, a theme, words that set a part apart, groups

  function borders(lengths) {
    var at = 0, found = [0];
    for (var i = 0; i < lengths.length; i += 1) {
      at += parseInt(lengths[i], 36);
      if (lengths[i] !== "z") { found.push(at); } // z goes on
    }
    return found;
  }
  function strings(row, lengths, query) {
    var found = [], ends = null;
    for (var at = row[2].indexOf(query); at >= 0; at = row[2].indexOf(query, at + 1)) {
      ends = ends || new Set(borders(lengths));
      found.push({ row: row, from: at, to: at + query.length, whole: ends.has(at) && ends.has(at + query.length) });
    }
    return found;
  }
  function sequences(row, lengths, parts) {
    var ends = borders(lengths), words = [];
    for (var i = 1; i < ends.length; i += 1) {
      if (row[2].slice(ends[i - 1], ends[i]).trim()) { words.push([ends[i - 1], ends[i]]); }
    }
    return words.flatMap(function (word, at) {
      var last = words[at + parts.length - 1];
      var all = last && parts.every(function (part, n) {
        return row[2].slice(words[at + n][0], words[at + n][1]) === part;
      });
      return all ? [{ row: row, from: word[0], to: last[1], whole: true }] : [];
    });
  }
  function concordance(study, lengths, query) {
    var parts = query.split(/\s+/).filter(Boolean);
    return study.sentences.flatMap(function (row, at) {
      return parts.length === 1 ? strings(row, lengths[at], parts[0]) : sequences(row, lengths[at], parts);
    });
  }
  function number(id) { return made("span", { "class": "sid", "data-sid": id }, [id]); }
  function line(place) {
    var text = place.row[2], start = Math.max(0, place.from - CONTEXT), stop = place.to + CONTEXT;
    return made("tr", place.whole ? {} : { "class": "part" }, [
      made("td", {}, [number(place.row[0])]),
      made("td", { "class": "left" }, [(start ? "…" : "") + text.slice(start, place.from)]),
      made("td", { "class": "match" }, [made("mark", {}, [text.slice(place.from, place.to)])]),
      made("td", { "class": "right" }, [text.slice(place.to, stop) + (stop < text.length ? "…" : "")])
    ]);
  }
  function marked(text, words) {
    var found = words.slice().sort(function (a, b) { return b.length - a.length; });
    var parts = [];
    while (text) {
      var first = found.map(function (word) { return [text.indexOf(word), word]; })
        .filter(function (one) { return one[1] && one[0] >= 0; })
        .sort(function (a, b) { return a[0] - b[0]; })[0];
      if (!first) { break; }
      parts.push(text.slice(0, first[0]), made("mark", {}, [first[1]]));
      text = text.slice(first[0] + first[1].length);
    }
    return parts.concat(text);
  }
  function listed(words, rows, render) {
    var body = made("tbody", {}, rows.slice(0, MOST).map(render));
    var parts = [made("div", { "class": "scroll", tabindex: "0" }, [made("table", { "class": "lines" }, [body])])];
    if (rows.length > MOST) {
      var more = made("button", { type: "button" }, both(words, "more", { n: rows.length - MOST }));
      more.addEventListener("click", function () { body.append.apply(body, rows.slice(MOST).map(render)); more.remove(); });
      parts.push(more);
    }
    return parts;
  }
  function chapters(study, rows) {
    var counts = study.chapters.map(function () { return 0; });
    rows.forEach(function (row) { counts[row[1]] += 1; });
    var most = Math.max.apply(null, counts.concat(1));
    return made("ol", { "class": "counts" }, counts.map(function (n, at) {
      if (!n && !at) { return []; }
      var bar = made("i", { "aria-hidden": "true" });
      bar.style.width = 8 * n / most + "rem";
      return made("li", n ? {} : { "class": "none" }, [made("b", {}, [String(n)]), bar,
        at ? [study.chapters[at]] : both(study.words, "outside", {})]);
    }).flat());
  }
  function strip(study, places, colour) {
    var svg = document.createElementNS(SPACE, "svg"), starts = new Map(), total = 0;
    study.sentences.forEach(function (row) { starts.set(row[0], total); total += row[2].length; });
    Object.entries({ viewBox: "0 0 1000 24", preserveAspectRatio: "none", "class": "places", "aria-hidden": "true" })
      .forEach(function (one) { svg.setAttribute(one[0], one[1]); });
    places.forEach(function (place) {
      var link = document.createElementNS(SPACE, "a"), piece = document.createElementNS(SPACE, "rect");
      link.setAttribute("class", "sid");
      link.setAttribute("tabindex", "-1"); // the same sentences are listed below
      link.dataset.sid = place.row[0];
      piece.setAttribute("x", (1000 * (starts.get(place.row[0]) + place.from) / total).toFixed(1));
      piece.setAttribute("width", Math.max(2, 1000 * (place.to - place.from) / total).toFixed(1));
      piece.setAttribute("height", "24");
      piece.setAttribute("fill", colour);
      link.append(piece);
      svg.append(link);
    });
    return svg;
  }
  function wordFound(study, data, query) {
    var found = concordance(study, data.borders, query);
    var values = { query: query, n: found.length, sentences: new Set(found.map(function (one) { return one.row[0]; })).size,
      whole: found.filter(function (one) { return one.whole; }).length };
    var told = made("p", { role: "status" }, both(study.words, found.length ? "count" : "nothing", values));
    if (!found.length) { return [told]; }
    return [told, strip(study, found, "#0072B2"), chapters(study, found.map(function (one) { return one.row; })),
      listed(study.words, found, line)].flat();
  }
  function themeFound(study, theme) {
    var rows = study.sentences.filter(function (row) { return theme.marks[row[0]]; });
    var places = rows.map(function (row) { return { row: row, from: 0, to: row[2].length }; });
    return [made("p", { role: "status" }, both(study.words, "theme_count", { name: theme.en, name_zh: theme.zh, n: rows.length, all: study.sentences.length })),
      strip(study, places, theme.colour), chapters(study, rows), listed(study.words, rows, function (row) {
        return made("tr", {}, [made("td", {}, [number(row[0])]),
          made("td", { "class": "text" }, marked(row[2], theme.marks[row[0]]))]);
      })].flat();
  }
  function choice(words, name, options) {
    var select = made("select", { name: name }, [made("option", { value: "" }, ["–"])].concat(options));
    return made("label", {}, [made("span", {}, both(words, name, {})), select]);
  }
  function named(value, en, zh) {
    return made("option", { value: value }, [en === zh ? en : en + " " + zh]);
  }
  function enliven(place) {
    var study = window.policyText.notebooks.get(notebookOf(place)), source = place.querySelector("script[type='application/json']");
    if (!study || !source) { return; }
    place.classList.add("live");
    place.setAttribute("data-lm-suppress-shortcuts", "true");
    var data = JSON.parse(source.textContent), words = study.words;
    var input = made("input", { type: "search", name: "word", autocomplete: "off", spellcheck: "false" });
    var byTheme = choice(words, "theme", data.themes.map(function (one, at) { return named(at, one.en, one.zh); }));
    var byPart = choice(words, "part", data.parts.map(function (one, at) { return named(at, one.name, one.name); }));
    var byGroups = choice(words, "groups", data.groups.map(function (one, at) { return named(at, String(one.k), String(one.k)); }));
    var chosen = made("div", { "class": "chosen" }), answer = made("div", { "class": "answer" });
    function find(query) {
      if (input.value !== query) { input.value = query; }
      answer.replaceChildren.apply(answer, query.trim() ? wordFound(study, data, query.trim()) : []);
    }
    function buttons(list) {
      return list.map(function (word) {
        var one = made("button", { type: "button" }, [word]);
        one.addEventListener("click", function () { byTheme.lastChild.value = ""; find(word); });
        return one;
      });
    }
    function rowsOf(lists) {
      chosen.replaceChildren.apply(chosen, lists.map(function (list, at) {
        return made("div", { "class": "words" }, (lists.length > 1 ? [made("b", {}, [String(at + 1)])] : []).concat(buttons(list)));
      }));
    }
    input.addEventListener("input", function () { byTheme.lastChild.value = ""; find(input.value); });
    byTheme.addEventListener("change", function (event) {
      input.value = "";
      answer.replaceChildren.apply(answer, event.target.value ? themeFound(study, data.themes[event.target.value]) : []);
    });
    byPart.addEventListener("change", function (event) {
      byGroups.lastChild.value = "";
      rowsOf(event.target.value ? [data.parts[event.target.value].words] : []);
    });
    byGroups.addEventListener("change", function (event) {
      byPart.lastChild.value = "";
      rowsOf(event.target.value ? data.groups[event.target.value].words : []);
    });
    place.replaceChildren(made("div", { "class": "asked" }, [
      made("label", {}, [made("span", {}, both(words, "word", {})), input]),
      [byTheme, byPart, byGroups].filter(function (one) { return one.lastChild.options.length > 1; })
    ]), chosen, answer, source);
    find(data.word);
  }

  // --- begin

  function bar(study) {
    var button = made("button", { type: "button" }, [made("span", { lang: "en" }, [made("span", { lang: "zh-CN" }, ["中文"])]),
      made("span", { lang: "zh" }, [made("span", { lang: "en-GB" }, ["English"])])]);
    button.addEventListener("click", function () {
      var next = shown() === "zh" ? "en" : "zh";
      show(next);
      stored(next);
    });
    return made("div", { "class": "policy-bar" }, [button, made("span", {}, both(study.words, "hint", {}))]);
  }
  function begin() {
    var state = window.policyText, notebook = notebookOf(script);
    if (!state) {
      state = window.policyText = { notebooks: new WeakMap(), bars: new WeakMap(), panel: null, asker: null };
      document.addEventListener("click", asked, true);
      window.addEventListener("keydown", pressed, true); // before the shortcuts of JupyterLab
      show(stored() || (/^zh/i.test(navigator.language || "") ? "zh" : "en"));
    }
    var style = document.getElementById("policy-style") || made("style", { id: "policy-style" });
    style.textContent = given.style;
    document.head.append(style);
    notebook.classList.add("policy-text");
    var known = state.notebooks.has(notebook), before = state.bars.get(notebook), now = bar(given);
    if (before) { before.remove(); }
    state.notebooks.set(notebook, given);
    state.bars.set(notebook, now);
    script.after(now);
    if (!known) { watch(notebook); }
  }
  begin();
}());
