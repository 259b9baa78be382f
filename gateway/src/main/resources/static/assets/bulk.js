'use strict';
(function () {
  // Ticking cases of the list for what is done with many at once; a tick goes with its row when somebody else changes the case.
  var last = null;

  function boxes() { return Array.from(document.querySelectorAll('#case-rows .pick')); }
  function ticked() { return boxes().filter(function (box) { return box.checked; }); }

  function count() {
    var number = document.querySelector('#bulk [data-count]');
    if (number) {
      number.textContent = ticked().length;
    }
  }

  // With the shift key, all between the last one and this.
  function tick(box, on, range) {
    var all = boxes();
    var from = range && last ? all.findIndex(function (one) { return one.value.split('.')[0] === last; }) : -1;
    var to = all.indexOf(box);
    (from < 0 ? [box] : all.slice(Math.min(from, to), Math.max(from, to) + 1)).forEach(function (one) { one.checked = on; });
    last = box.value.split('.')[0];
    count();
  }

  function none() {
    ticked().forEach(function (box) { box.checked = false; });
    count();
  }

  document.addEventListener('click', function (event) {
    if (event.target.matches('#case-rows .pick')) {
      tick(event.target, event.target.checked, event.shiftKey);
    } else if (event.target.matches('[data-do=unpick]')) {
      none();
    }
  });
  document.addEventListener('htmx:afterRequest', function (event) {
    if (event.target.id === 'bulk' && event.detail.successful) {
      none();
    }
  });
  document.addEventListener('htmx:afterSwap', count);
  document.addEventListener('DOMContentLoaded', count);

  window.bulk = {
    // Whether there was a row to tick.
    toggle: function (row, range) {
      var box = row && row.querySelector('.pick');
      if (!box) {
        return false;
      }
      tick(box, range || !box.checked, range);
      return true;
    },
    none: function () {
      var had = ticked().length > 0;
      none();
      return had;
    }
  };
})();
