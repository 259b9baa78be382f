'use strict';
(function () {
  var form = document.getElementById('call'), agent = document.getElementById('agent'), touched = false;
  agent.value = localStorage.getItem('agent') || '';
  agent.addEventListener('change', function () { localStorage.setItem('agent', agent.value.trim()); });

  form.addEventListener('input', function () { touched = true; });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  // A call that rings here comes up by itself, but never over something that is being written.
  document.addEventListener('htmx:afterSwap', function (event) {
    if (event.target.id !== 'ringing' || touched || !agent.value.trim()) { return; }
    event.target.querySelectorAll('a[data-agent]').forEach(function (call) {
      if (call.dataset.agent === agent.value.trim() && call.dataset.call !== form.elements.callId.value
          && sessionStorage.getItem('call') !== call.dataset.call) {
        sessionStorage.setItem('call', call.dataset.call);
        location.href = call.href;
      }
    });
  });

  // The number of the case that was written down before is there in a moment.
  var saved = document.getElementById('saved'), tries = 0;
  (function ask() {
    if (!saved || tries++ > 20) { return; }
    fetch('/receipts/' + encodeURIComponent(saved.dataset.receipt)).then(function (answer) { return answer.json(); }).then(function (receipt) {
      if (receipt.cases && receipt.cases.length) {
        saved.textContent = saved.dataset.done + ' ' + receipt.cases.join(' ');
      } else {
        setTimeout(ask, 700);
      }
    }).catch(function () { setTimeout(ask, 3000); });
  })();
})();
