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
    root.className = "show-" + language;
    root.lang = language === "zh" ? "zh-CN" : "en";
  }
  show(stored() || (/^zh/i.test(navigator.language || "") ? "zh" : "en"));
  document.getElementById("language").addEventListener("click", function () {
    var next = root.className === "show-zh" ? "en" : "zh";
    show(next);
    stored(next);
  });
  document.querySelectorAll("input[data-theme]").forEach(function (box) {
    box.addEventListener("change", function () {
      document.body.classList.toggle("hide-" + box.dataset.theme, !box.checked);
    });
  });
  if (window.matchMedia("(max-width: 60rem)").matches) {
    var pages = document.querySelector("details.pages");
    if (pages) { pages.open = false; }
  }
}());
