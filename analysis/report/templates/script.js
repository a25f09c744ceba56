(function () {
  "use strict";
  var root = document.documentElement;
  function stored(value) {
    try {
      if (value) { window.localStorage.setItem("language", value); }
      return window.localStorage.getItem("language");
    } catch (refused) { return null; }
  }
  function show(language) {
    root.classList.remove("show-en", "show-zh");
    root.classList.add("show-" + language);
    root.lang = language === "zh" ? "zh-CN" : "en";
  }
  show(stored() || (/^zh/i.test(navigator.language || "") ? "zh" : "en"));

  // Text that is laid out before the embedded font is decoded can keep its boxes: wait for the font, one second at most.
  function ready() { root.classList.remove("waiting"); }
  if (document.fonts && document.fonts.load) {
    root.classList.add("waiting");
    document.fonts.load('1rem "Report Sans"', "\u56fd").then(ready, ready);
    window.setTimeout(ready, 1000);
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.getElementById("language").addEventListener("click", function () {
      var next = root.classList.contains("show-zh") ? "en" : "zh";
      show(next);
      stored(next);
    });
    document.querySelectorAll("input[data-theme]").forEach(function (box) {
      box.addEventListener("change", function () {
        document.body.classList.toggle("hide-" + box.dataset.theme, !box.checked);
      });
    });
    if (window.matchMedia("(max-width: 60rem)").matches) {
      document.querySelector("details.pages").open = false;
    }
  });
}());
