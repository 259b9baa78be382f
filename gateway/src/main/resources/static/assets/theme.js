'use strict';
(function () {
  // Before anything is painted: dark where the system is dark, unless the reader chose otherwise.
  var page = document.documentElement;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function follow() {
    if (page.dataset.theme === 'system') {
      page.dataset.bsTheme = dark.matches ? 'dark' : 'light';
    }
  }
  follow();
  dark.addEventListener('change', follow);
  page.classList.add('scripted');
})();
