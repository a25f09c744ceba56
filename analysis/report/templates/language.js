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
    document.title = root.dataset[language];
    document.querySelectorAll("svg[data-zh]").forEach(function (drawing) {
      drawing.setAttribute("aria-label", drawing.dataset[language]);
    });
  }
  show(stored() || root.dataset.language || (/^zh/i.test(navigator.language || "") ? "zh" : "en"));
  document.addEventListener("DOMContentLoaded", function () {
    show(root.lang === "zh-CN" ? "zh" : "en");
    document.getElementById("language").addEventListener("click", function () {
      var next = root.classList.contains("show-zh") ? "en" : "zh";
      show(next);
      stored(next);
    });
  });
}());
