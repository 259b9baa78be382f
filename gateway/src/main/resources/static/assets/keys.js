'use strict';
(function () {
  // The whole triage by keyboard: what a key does, the palette of all commands and the five seconds of second thoughts.
  var UNDO_SECONDS = 5;
  var SINGLE = 'single-keys';
  var acts = {};

  function by(id) { return document.getElementById(id); }
  function inCase(selector) { return document.querySelector('#case ' + selector); }
  function singleKeys() { return localStorage.getItem(SINGLE) !== 'off'; }

  function toast(content, seconds) {
    var note = document.createElement('div');
    note.className = 'toast-note';
    if (typeof content === 'string') {
      note.textContent = content;
    } else {
      note.append(content);
    }
    var bar = document.createElement('i');
    note.append(bar);
    by('toasts').append(note);
    note.style.setProperty('--time', seconds + 's');
    setTimeout(function () { note.remove(); }, seconds * 1000);
    return note;
  }
  function notNow() { toast(by('palette').dataset.notNow, 3); }

  function press(selector) {
    var button = inCase(selector);
    if (!button) {
      notNow();
      return;
    }
    button.form ? button.form.requestSubmit(button) : button.click();
  }

  acts.next = function () { desk.move(1); };
  acts.previous = function () { desk.move(-1); };
  acts.dispatch = function () { press('[data-do=dispatch]'); };
  acts.merge = function () { press('#similar [data-do=merge]'); };
  // What is alike is in the open case; without one there is the list.
  acts.dismiss = function (shift) {
    if (inCase('#similar [data-do=dismiss]') || !(desk.inbox() && bulk.toggle(desk.marked(), shift))) {
      press('#similar [data-do=dismiss]');
    }
  };
  acts.take = function () { press('[data-do=take]'); };
  acts.undo = function () {
    var buttons = document.querySelectorAll('#toasts [data-do=undo], #batch [data-do=undo], .alert[data-decided] [data-do=undo], #similar [data-do=undo]');
    buttons.length === 0 ? notNow() : buttons[buttons.length - 1].form.requestSubmit(buttons[buttons.length - 1]);
  };
  acts.reply = function () {
    var text = by('answer-text');
    text ? text.focus() : notNow();
  };
  acts.search = function () {
    var q = by('q');
    q ? (q.focus(), q.select()) : location.assign('/cases');
  };
  acts.close = function () {
    if (bulk.none()) {
      return;
    }
    if (desk.inbox() && desk.inbox().classList.contains('split')) {
      desk.close();
    } else if (!desk.inbox() && by('case')) {
      location.assign('/cases');
    }
  };
  acts.open = function () {
    var row = desk.inbox() && desk.marked();
    if (row) {
      row.querySelector('a').click();
    }
  };
  acts.help = function () { by('help').showModal(); };
  acts.palette = function () { show('commands'); };
  acts.category = function () { by('category') ? show('category') : notNow(); };
  acts.place = function () { by('division') ? show('place') : notNow(); };

  // A choice changes the form; d sends it.
  function choose(select, value) {
    select.value = value;
    select.dispatchEvent(new Event('change', {bubbles: true}));
    select.classList.add('chosen');
    document.querySelectorAll('.candidate').forEach(function (one) { one.classList.toggle('on', one.dataset.category === by('category').value); });
  }
  function candidate(nth) {
    var button = inCase('.candidate[data-nth="' + nth + '"]');
    if (button) {
      button.click();
    }
  }

  // The palette: one list for commands, categories and places; typing narrows it.
  var entries = [];
  function optionsOf(select) {
    return Array.from(select.options).filter(function (one) { return one.value; }).map(function (one) {
      return {text: one.text + (one.parentElement.label ? ' · ' + one.parentElement.label : ''), run: function () { choose(select, one.value); }};
    });
  }
  function commands() {
    return Array.from(by('palette').querySelector('template').content.children).map(function (one) {
      return {text: one.textContent, run: function () { one.dataset.go ? location.assign(one.dataset.go) : acts[one.dataset.act](); }};
    });
  }
  function show(kind) {
    var palette = by('palette');
    var field = palette.querySelector('input');
    entries = kind === 'commands' ? commands() : optionsOf(by(kind === 'category' ? 'category' : 'division'));
    palette.dataset.kind = kind;
    var title = {commands: palette.dataset.titlesCommands, category: palette.dataset.titlesCategory, place: palette.dataset.titlesPlace}[kind];
    field.placeholder = title;
    field.setAttribute('aria-label', title);
    field.value = '';
    palette.showModal();
    narrow();
  }
  function narrow() {
    var palette = by('palette');
    var typed = palette.querySelector('input').value.trim();
    var found = entries.filter(function (one) {
      return typed.toLowerCase().split(/\s+/).every(function (word) { return one.text.toLowerCase().includes(word); });
    });
    if (typed && palette.dataset.kind === 'commands') {
      found.push({text: palette.dataset.search + ' “' + typed + '”', run: function () { location.assign('/cases?q=' + encodeURIComponent(typed)); }});
    }
    var list = by('palette-list');
    list.replaceChildren.apply(list, found.map(function (one, at) {
      var item = document.createElement('li');
      item.id = 'choice-' + at;
      item.setAttribute('role', 'option');
      item.textContent = one.text;
      item.run = one.run;
      return item;
    }));
    point(list.firstElementChild);
  }
  function point(item) {
    Array.from(by('palette-list').children).forEach(function (one) { one.setAttribute('aria-selected', one === item ? 'true' : 'false'); });
    var field = by('palette').querySelector('input');
    if (item) {
      field.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({block: 'nearest'});
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  }
  function run(item) {
    if (item) {
      by('palette').close();
      item.run();
    }
  }

  function inPalette(event) {
    var list = by('palette-list');
    var pointed = list.querySelector('[aria-selected=true]');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      var next = pointed && pointed[event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'];
      point(next || list[event.key === 'ArrowDown' ? 'firstElementChild' : 'lastElementChild']);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(pointed);
    }
  }

  var KEYS = {j: 'next', k: 'previous', o: 'open', c: 'category', p: 'place', d: 'dispatch', m: 'merge', x: 'dismiss', r: 'reply', t: 'take', u: 'undo', '/': 'search', '?': 'help'};

  document.addEventListener('keydown', function (event) {
    if (!by('palette') || event.isComposing || event.defaultPrevented) {
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) {
        acts.palette();
      }
      return;
    }
    if (by('palette').open) {
      inPalette(event);
      return;
    }
    var field = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
      field ? field.blur() : acts.close();
      return;
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') || !singleKeys()) {
      return;
    }
    if (/^[1-9]$/.test(event.key)) {
      candidate(event.key);
    } else if (event.key === 'Enter' && (event.target === document.body || event.target.id === 'pane')) {
      acts.open();
    } else if (KEYS[event.key] || event.key === 'X') {
      event.preventDefault();
      acts[KEYS[event.key.toLowerCase()]](event.shiftKey);
    }
  });

  document.addEventListener('input', function (event) {
    if (event.target.closest('#palette')) {
      narrow();
    }
  });
  document.addEventListener('click', function (event) {
    var choice = event.target.closest('.candidate');
    if (choice) {
      choose(by('category'), choice.dataset.category);
    }
    run(event.target.closest('#palette-list li'));
    if (event.target.matches('dialog.palette')) {
      event.target.close();
    }
  });
  document.addEventListener('change', function (event) {
    if (event.target.dataset.canned && event.target.value) {
      var text = by(event.target.dataset.canned);
      text.setRangeText(event.target.value, text.selectionStart, text.selectionEnd, 'end');
      text.focus();
      text.dispatchEvent(new Event('input', {bubbles: true}));
    }
    if (event.target.id === SINGLE) {
      localStorage.setItem(SINGLE, event.target.checked ? 'on' : 'off');
    }
  });

  // What was decided beside the list becomes a note with five seconds to undo it, and the next case opens.
  function decided() {
    var told = document.querySelector('#pane .alert[data-decided]');
    if (!told) {
      return;
    }
    toast(told, UNDO_SECONDS);
    var all = desk.rows();
    var at = all.indexOf(desk.marked());
    var next = all[at + 1] || all[at - 1];
    if (next) {
      desk.open(new URL(next.querySelector('a').href).pathname, true);
    }
  }
  // Undoing shows the case again, beside the list or as the page.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.closest('#toasts')) {
      return;
    }
    event.preventDefault();
    var id = new URL(form.action).pathname.split('/')[2];
    htmx.ajax('POST', new URL(form.action).pathname, {source: by('pane'), target: '#pane', select: '#main > *', swap: 'innerHTML', values: new FormData(form)})
      .then(function () { desk.show(id); });
    form.closest('.toast-note').remove();
  });
  document.addEventListener('htmx:afterSettle', function (event) {
    if (event.target.id === 'pane') {
      decided();
    }
  });
  document.addEventListener('DOMContentLoaded', function () {
    if (by(SINGLE)) {
      by(SINGLE).checked = singleKeys();
    }
  });
})();
