'use strict';
(function () {
  var K = new Uint32Array(64);
  // The constants of SHA-256 (FIPS 180-4): fractional parts of the roots of the first primes. crypto.subtle is missing without TLS.
  var H = new Uint32Array(8);
  for (var prime = 2, found = 0; found < 64; prime++) {
    var isPrime = true;
    for (var by = 2; by * by <= prime; by++) {
      if (prime % by === 0) { isPrime = false; break; }
    }
    if (isPrime) {
      if (found < 8) { H[found] = (Math.sqrt(prime) % 1) * 4294967296; }
      K[found++] = (Math.cbrt(prime) % 1) * 4294967296;
    }
  }

  function block(state, words) {
    var a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (var t = 0; t < 64; t++) {
      if (t > 15) {
        var x = words[t - 15], y = words[t - 2];
        words[t] = (words[t - 16] + words[t - 7] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
          + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10)) | 0;
      }
      var one = (h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K[t] + words[t]) | 0;
      var two = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c)) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }

  // The first word of the hash of a short ASCII text.
  function begins(text) {
    var blocks = (text.length + 9 + 63) >> 6, state = new Uint32Array(H), words = new Int32Array(64);
    for (var i = 0; i < blocks; i++) {
      words.fill(0);
      for (var at = 0; at < 64; at++) {
        var index = i * 64 + at;
        var octet = index < text.length ? text.charCodeAt(index) : index === text.length ? 128 : 0;
        words[at >> 2] |= octet << (24 - 8 * (at & 3));
      }
      if (i === blocks - 1) { words[15] = text.length * 8; }
      block(state, words);
    }
    return state[0];
  }

  function solve(challenge, bits, done) {
    var next = 0, limit = Math.pow(2, 32 - bits);
    (function some() {
      for (var end = next + 3000; next < end; next++) {
        if (begins(challenge + ':' + next) < limit) { done(String(next)); return; }
      }
      setTimeout(some, 0);
    })();
  }

  function letter(form) {
    var work = form.elements.work, wants = false, button = form.querySelector('button[type=submit]');
    solve(form.dataset.challenge, Number(form.dataset.bits), function (number) {
      work.value = number;
      form.dataset.solved = 'true';
      if (wants) { form.submit(); }
    });
    form.addEventListener('submit', function (event) {
      if (!fits(form)) { event.preventDefault(); form.elements.files.focus(); return; }
      button.disabled = true;
      document.getElementById('working').textContent = form.dataset.working;
      if (!work.value) { event.preventDefault(); wants = true; }
    });
    window.addEventListener('pageshow', function () { button.disabled = false; });
    files(form);
  }

  function fits(form) {
    var all = 0, fitting = form.elements.files.files.length <= Number(form.dataset.maxFiles);
    Array.from(form.elements.files.files).forEach(function (file) {
      all += file.size;
      fitting = fitting && file.size <= Number(form.dataset.maxFile);
    });
    return fitting && all <= Number(form.dataset.maxForm);
  }

  function files(form) {
    var input = form.elements.files, area = document.getElementById('drop'), told = document.getElementById('files-told');
    function tell() {
      told.textContent = '';
      Array.from(input.files).forEach(function (file) {
        var line = document.createElement('li');
        line.textContent = file.name + ' (' + Math.ceil(file.size / 1024) + ' KB)';
        told.appendChild(line);
      });
      if (!fits(form)) {
        var wrong = document.createElement('li');
        wrong.textContent = form.dataset.tooManyFiles;
        told.appendChild(wrong);
      }
      input.setAttribute('aria-invalid', String(!fits(form)));
    }
    input.addEventListener('change', tell);
    area.addEventListener('dragover', function (event) { event.preventDefault(); area.classList.add('over'); });
    area.addEventListener('dragleave', function () { area.classList.remove('over'); });
    area.addEventListener('drop', function (event) {
      event.preventDefault();
      area.classList.remove('over');
      var all = new DataTransfer();
      Array.from(input.files).concat(Array.from(event.dataTransfer.files)).forEach(function (file) { all.items.add(file); });
      input.files = all.files;
      tell();
    });
  }

  // Asks again and again, slower and slower, until the case is there.
  function wait(part) {
    var pause = 1000;
    (function again() {
      if (!part.querySelector('.wait')) { return; }
      setTimeout(function () {
        fetch(location.href, {cache: 'no-store'}).then(function (answer) { return answer.ok ? answer.text() : null; }).then(function (page) {
          var fresh = page && new DOMParser().parseFromString(page, 'text/html').getElementById('sent');
          if (fresh && !fresh.querySelector('.wait')) { part.replaceChildren.apply(part, Array.from(fresh.childNodes)); }
        }).catch(function () {}).then(again);
      }, pause);
      pause = Math.min(pause * 1.3, 15000);
    })();
  }

  document.addEventListener('DOMContentLoaded', function () {
    var form = document.getElementById('letter'), part = document.getElementById('sent');
    if (form) { letter(form); }
    if (part) { wait(part); }
    var first = document.getElementById('problem') || document.getElementById('found');
    if (first) { first.focus(); }
  });
})();
