'use strict';
(function () {
  // Every request that htmx makes proves that it comes from one of our own pages.
  document.addEventListener('htmx:configRequest', function (event) {
    var csrf = document.querySelector('meta[name=csrf]');
    if (csrf) {
      event.detail.headers[csrf.dataset.header] = csrf.content;
    }
    if (event.detail.elt.id === 'case-rows') {
      // A refresh covers all rows that the page has by now.
      event.detail.parameters.set('size', event.detail.elt.querySelectorAll('[data-key]').length);
    }
  });

  // A list that is being chosen from stands still until the choice is done.
  document.addEventListener('htmx:beforeRequest', function (event) {
    var list = event.detail.target;
    if (list && list.hasAttribute('data-live-list') && list.querySelector('input:checked')) {
      event.preventDefault();
    }
  });

  // Merges a batch of rows into a list: unchanged rows are not touched, so nothing flickers, moves or loses the focus.
  function merge(list, batch) {
    var fresh = Array.from(batch.querySelectorAll(':scope > [data-key]'));
    var known = new Map();
    list.querySelectorAll(':scope > [data-key]').forEach(function (row) { known.set(row.dataset.key, row); });
    var keys = new Set(fresh.map(function (row) { return row.dataset.key; }));
    var top = batch.dataset.top === 'true' || fresh.length === 0 ? null : fresh[0].dataset.order;
    var end = batch.dataset.end === 'true' || fresh.length === 0 ? '' : fresh[fresh.length - 1].dataset.order;
    known.forEach(function (row, key) {
      var covered = (top === null || row.dataset.order <= top) && row.dataset.order >= end;
      if (covered && !keys.has(key)) {
        row.remove();
      }
    });
    var hadRows = known.size > 0;
    fresh.forEach(function (row) {
      var old = known.get(row.dataset.key);
      if (old && old.classList.contains('on')) {
        row.classList.add('on');
        row.querySelector('a').setAttribute('aria-current', 'true');
      }
      if (old && old.isEqualNode(row)) {
        return;
      }
      if (old) {
        var focused = old.contains(document.activeElement);
        old.replaceWith(row);
        if (focused) {
          row.querySelector('a').focus({preventScroll: true});
        }
        return;
      }
      if (hadRows && batch.dataset.top === 'true') {
        row.classList.add('fresh');
        row.addEventListener('animationend', function () { row.classList.remove('fresh'); }, {once: true});
      }
      var later = Array.from(list.querySelectorAll(':scope > [data-key]')).find(function (other) {
        return other.dataset.order < row.dataset.order;
      });
      list.insertBefore(row, later || null);
    });
    continueAfter(list, fresh, batch);
    return fresh;
  }

  // Only the batch that reaches the end of the list knows what comes after it.
  function continueAfter(list, fresh, batch) {
    var last = list.lastElementChild;
    var old = document.getElementById('more');
    var more = batch.querySelector('#more');
    if (batch.dataset.top === 'true' && old.querySelector('.htmx-request')) {
      // The next page is on its way: without its button, htmx would not know how to put it in.
      return;
    }
    if (!last || (fresh.length > 0 && last.dataset.key === fresh[fresh.length - 1].dataset.key)) {
      old.replaceWith(more);
      htmx.process(more);
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    htmx.defineExtension('keyed', {
      isInlineSwap: function (style) { return style === 'keyed'; },
      handleSwap: function (style, target, fragment) {
        if (style !== 'keyed') {
          return false;
        }
        var batch = fragment.querySelector('.batch');
        // An answer may come for a list that was exchanged meanwhile.
        return batch && target.isConnected ? merge(target, batch) : [];
      }
    });
  });

  function tell(open) {
    document.querySelectorAll('.pulse').forEach(function (pulse) {
      pulse.textContent = open ? pulse.dataset.live : pulse.dataset.lost;
      pulse.classList.toggle('lost', !open);
    });
  }
  document.addEventListener('htmx:sseOpen', function () { tell(true); });
  document.addEventListener('htmx:sseError', function () { tell(false); });

  // After sleep a connection may look open although nobody is at its other end.
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'visible') {
      document.querySelectorAll('[hx-trigger~="refresh"]').forEach(function (part) { htmx.trigger(part, 'refresh'); });
    }
  });

  document.addEventListener('change', function (event) {
    if (event.target.matches('[data-check-all]')) {
      document.querySelectorAll(event.target.dataset.checkAll).forEach(function (box) { box.checked = event.target.checked; });
    }
  });
})();
