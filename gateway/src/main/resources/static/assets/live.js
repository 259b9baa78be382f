'use strict';
(function () {
  // A browser opens six connections to one server at most, and each tab's live updates hold one. So a tab that nobody looks at gives its
  // own back as soon as another tab is looked at, and takes one again when it is looked at itself; the refresh then brings it up to date.
  var channel = new BroadcastChannel('live');

  function LiveSource(url) {
    var self = this;
    var listeners = [];
    var source = null;
    var closed = false;

    function take() {
      source = new EventSource(url, {withCredentials: true});
      source.onopen = function (event) { self.onopen(event); };
      source.onerror = function (event) {
        self.onerror(event);
        if (source && source.readyState === EventSource.CLOSED) {
          // Who was told makes a new one.
          self.close();
        }
      };
      listeners.forEach(function (one) { source.addEventListener(one.name, one.act); });
      channel.postMessage('taken');
    }

    function giveBack() {
      if (source && document.visibilityState === 'hidden') {
        source.close();
        source = null;
      }
    }

    function lookedAt() {
      if (!source && document.visibilityState !== 'hidden') {
        take();
      }
    }

    Object.defineProperty(this, 'readyState', {get: function () {
      return closed ? EventSource.CLOSED : source ? source.readyState : EventSource.CONNECTING;
    }});
    this.onopen = function () {};
    this.onerror = function () {};
    this.addEventListener = function (name, act) {
      listeners.push({name: name, act: act});
      if (source) {
        source.addEventListener(name, act);
      }
    };
    this.removeEventListener = function (name, act) {
      listeners = listeners.filter(function (one) { return one.name !== name || one.act !== act; });
      if (source) {
        source.removeEventListener(name, act);
      }
    };
    this.close = function () {
      closed = true;
      channel.removeEventListener('message', giveBack);
      document.removeEventListener('visibilitychange', lookedAt);
      if (source) {
        source.close();
        source = null;
      }
    };
    channel.addEventListener('message', giveBack);
    document.addEventListener('visibilitychange', lookedAt);
    lookedAt();
  }

  htmx.createEventSource = function (url) { return new LiveSource(url); };
})();
