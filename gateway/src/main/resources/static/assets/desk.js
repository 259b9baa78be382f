'use strict';
(function () {
  // The inbox with a case beside its list. The address always says what is open, so that it can be shared; without scripts, and on
  // narrow screens, a row is a plain link to the case's own page.
  var WIDE = window.matchMedia('(min-width: 1000px)');
  var CASE = /^\/cases\/[0-9a-f-]{36}$/;

  function inbox() { return document.getElementById('inbox'); }
  function rows() { return Array.from(document.querySelectorAll('#case-rows > .case-row')); }
  function marked() { return document.querySelector('#case-rows > .case-row.on'); }
  function key(address) { return new URL(address, location.href).pathname.split('/')[2]; }

  function mark(row) {
    rows().forEach(function (one) {
      one.classList.toggle('on', one === row);
      var link = one.querySelector('a');
      if (one === row) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
    if (row) {
      row.scrollIntoView({block: 'nearest'});
    }
  }

  function listAddress(open) {
    var address = new URL(inbox().dataset.list, location.href);
    if (open) {
      address.searchParams.set('open', open);
    }
    return address.pathname + address.search;
  }

  function load(address) {
    var q = new URL(inbox().dataset.list, location.href).searchParams.get('q');
    return htmx.ajax('GET', address + (q ? '?q=' + encodeURIComponent(q) : ''), {target: '#pane', select: '#main > *', swap: 'innerHTML'})
      .then(function () { document.getElementById('pane').scrollTop = 0; });
  }

  // keep: the address is replaced, so that going through a list by keyboard does not fill the history.
  function open(address, keep) {
    var id = key(address);
    var split = inbox().classList.contains('split');
    inbox().classList.add('split');
    mark(rows().find(function (row) { return row.dataset.key === id; }));
    history[keep && split ? 'replaceState' : 'pushState']({desk: true}, '', listAddress(id));
    return load(address);
  }

  // Says which case the pane shows, after it was filled.
  function show(id) {
    inbox().classList.add('split');
    mark(rows().find(function (row) { return row.dataset.key === id; }));
    history.replaceState({desk: true}, '', listAddress(id));
  }

  function close() {
    inbox().classList.remove('split');
    document.getElementById('pane').replaceChildren();
    history.pushState({desk: true}, '', listAddress(null));
    var row = marked();
    if (row) {
      row.querySelector('a').focus();
    }
  }

  // Back and forward: the same list with another case, or another list.
  window.addEventListener('popstate', function (event) {
    if (!inbox() || (event.state && event.state.htmx)) {
      return;
    }
    var wanted = new URL(location.href);
    var id = wanted.searchParams.get('open');
    wanted.searchParams.delete('open');
    if (wanted.pathname + wanted.search !== inbox().dataset.list) {
      location.reload();
    } else if (id) {
      inbox().classList.add('split');
      mark(rows().find(function (row) { return row.dataset.key === id; }));
      load('/cases/' + id);
    } else {
      inbox().classList.remove('split');
      document.getElementById('pane').replaceChildren();
    }
  });

  function plain(event) {
    return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
  }

  document.addEventListener('click', function (event) {
    var add = document.querySelector('.add[open]');
    if (add && !add.contains(event.target)) {
      add.open = false;
    }
    var link = event.target.closest('a[href]');
    if (!link || !inbox() || !plain(event) || !WIDE.matches || link.target) {
      return;
    }
    var address = new URL(link.href);
    if (address.origin !== location.origin) {
      return;
    }
    if (link.closest('#case-rows, #pane') && CASE.test(address.pathname)) {
      event.preventDefault();
      open(address.pathname, !!link.closest('#case-rows'));
    } else if (link.closest('#pane') && link.matches('[data-do=close]')) {
      event.preventDefault();
      close();
    } else if (link.closest('#news')) {
      event.preventDefault();
      load('/cases/' + new URLSearchParams(location.search).get('open'));
    }
  });

  // Forms of the case stay beside the list; what the server answers is shown in their place.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.closest('#pane') || event.defaultPrevented || form.hasAttribute('hx-post') || form.enctype === 'multipart/form-data') {
      return;
    }
    event.preventDefault();
    var address = event.submitter && event.submitter.hasAttribute('formaction') ? event.submitter.formAction : form.action;
    htmx.ajax('POST', new URL(address).pathname, {source: form, target: '#pane', select: '#main > *', swap: 'innerHTML', values: new FormData(form, event.submitter)});
  });

  // Another filter draws the list anew; what is being chosen from stays open.
  var choosing = false;
  document.addEventListener('htmx:beforeSwap', function (event) {
    choosing = event.target.id === 'inbox' && !!document.querySelector('.filters .add[open]');
  });
  document.addEventListener('htmx:afterSwap', function () {
    var add = choosing && document.querySelector('.filters .add');
    if (add) {
      add.open = true;
    }
    choosing = false;
  });

  function move(step) {
    var all = rows();
    var at = all.indexOf(marked());
    var next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))];
    if (!next) {
      return;
    }
    if (inbox().classList.contains('split') && WIDE.matches) {
      open(next.querySelector('a').href.replace(location.origin, ''), true);
    } else {
      mark(next);
      next.querySelector('a').focus({preventScroll: true});
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    var id = new URLSearchParams(location.search).get('open');
    if (inbox() && id) {
      mark(rows().find(function (row) { return row.dataset.key === id; }));
    }
  });

  window.desk = {inbox: inbox, rows: rows, marked: marked, move: move, open: open, close: close, show: show, wide: function () { return WIDE.matches; }};
})();
