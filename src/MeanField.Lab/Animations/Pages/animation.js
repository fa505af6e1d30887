// No smaller-than, greater-than or ampersand signs here: the script is written as text of an XML tree.
(function () {
  'use strict';
  function animate(figure) {
    var frames = Array.prototype.slice.call(figure.querySelectorAll('.frame'));
    var controls = figure.querySelector('.controls');
    var play = controls.querySelector('.play');
    var slider = controls.querySelector('input');
    var speed = controls.querySelector('select');
    var shown = Number(slider.value);
    var timer = null;

    function show(index) {
      frames[shown].setAttribute('display', 'none');
      shown = (index + frames.length) % frames.length;
      frames[shown].removeAttribute('display');
      slider.value = shown;
      slider.setAttribute('aria-valuetext', frames[shown].getAttribute('data-label'));
    }
    function wait() {
      timer = setTimeout(function () {
        show(shown + 1);
        wait();
      }, Number(frames[shown].getAttribute('data-hold')) / Number(speed.value));
    }
    function stop() {
      clearTimeout(timer);
      timer = null;
      play.textContent = 'Play';
    }
    function start() {
      play.textContent = 'Pause';
      wait();
    }
    function toggle() {
      if (timer === null) { start(); } else { stop(); }
    }
    function step(by) {
      stop();
      show(shown + by);
    }

    play.addEventListener('click', toggle);
    controls.querySelector('.back').addEventListener('click', function () { step(-1); });
    controls.querySelector('.on').addEventListener('click', function () { step(1); });
    slider.addEventListener('input', function () {
      stop();
      show(Number(slider.value));
    });
    controls.classList.add('ready');

    // buttons, slider and menu have keys of their own
    return function (event) {
      if (event.target.closest('.controls')) { return; }
      var keys = {
        ' ': toggle,
        ArrowLeft: function () { step(-1); },
        ArrowRight: function () { step(1); },
        Home: function () { stop(); show(0); },
        End: function () { stop(); show(frames.length - 1); }
      };
      if (event.altKey || event.ctrlKey || event.metaKey || !keys[event.key]) { return; }
      event.preventDefault();
      keys[event.key]();
    };
  }

  var slide = document.querySelector('.slide');
  Array.prototype.forEach.call(document.querySelectorAll('.animation'), function (figure) {
    var keys = animate(figure);
    // a page of one animation listens wherever the focus is
    (slide || figure).addEventListener('keydown', keys);
  });
}());
