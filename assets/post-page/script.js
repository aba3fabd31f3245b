(function (page) {
  'use strict';
  var root = page.documentElement, words = JSON.parse(page.body.dataset.words), name = page.body.dataset.key;
  var memory = {}, keeps = true, box = page.querySelector('.toast'), timer;
  root.classList.add('js');
  function all(selector, inside) { return Array.prototype.slice.call((inside || page).querySelectorAll(selector)); }
  try { localStorage.setItem(name, '1'); localStorage.removeItem(name); } catch (error) { keeps = false; }
  function read(key) { return keeps ? localStorage.getItem(name + key) : memory[key]; }
  function write(key, value) { memory[key] = value; if (keeps) localStorage.setItem(name + key, value); }
  function say(text) {
    box.textContent = '';
    clearTimeout(timer);
    setTimeout(function () { box.textContent = text; }, 20);
    timer = setTimeout(function () { box.textContent = ''; }, 4000);
  }
  function two(number) { return (number < 10 ? '0' : '') + number; }

  var clock = new Date(), asked = /today=([\d-]+)/.exec(location.search);
  var today = asked ? asked[1] : clock.getFullYear() + '-' + two(clock.getMonth() + 1) + '-' + two(clock.getDate());
  var days = all('.day'), links = all('nav a'), ids = days.map(function (day) { return day.id.slice(1); });
  var next = ids.filter(function (id) { return id >= today; })[0] || ids[0];
  function show(id, focus) {
    days.forEach(function (day) { day.classList.toggle('on', day.id === 'd' + id); });
    links.forEach(function (link) {
      if (link.hash === '#d' + id) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    });
    if (focus) { scrollTo(0, 0); page.getElementById('d' + id).focus({preventScroll: true}); }
  }
  links.forEach(function (link) {
    var id = link.hash.slice(2);
    if (id === today) { link.classList.add('now'); link.firstElementChild.textContent = words.today; }
    link.addEventListener('click', function (event) { event.preventDefault(); show(id, true); });
  });
  days.forEach(function (day) {
    var id = day.id.slice(1), head = day.querySelector('h2');
    if (id === today) head.textContent = words.today + ': ' + head.textContent;
    else if (id === next && today < id && /^\d/.test(id)) head.textContent = words.next + ': ' + head.textContent;
  });
  var dated = ids.filter(function (id) { return /^\d/.test(id); });
  if (dated.length && today > dated[dated.length - 1]) { page.querySelector('.state').textContent = words.over; next = dated[0]; }
  show(next);

  function posted(list) { return list.filter(function (post) { return post.classList.contains('ok'); }).length; }
  function said(list) { return words.left.replace('{n}', posted(list)).replace('{m}', list.length); }
  function count() {
    page.querySelector('.left').textContent = said(all('article'));
    links.forEach(function (link) {
      var list = all('article', page.getElementById(link.hash.slice(1))), done = posted(list);
      link.querySelector('i').textContent = done === list.length ? '✓' : list.length > 1 ? done + '/' + list.length : '•';
      link.querySelector('.vh').textContent = ', ' + said(list);
    });
  }
  function copy(text, node) {
    function older() {
      var field = page.createElement('textarea'), done = false;
      field.value = text;
      field.setAttribute('readonly', '');
      field.style.cssText = 'position:fixed;top:0;opacity:0';
      page.body.appendChild(field);
      field.select();
      field.setSelectionRange(0, text.length);
      try { done = page.execCommand('copy'); } catch (error) { done = false; }
      field.remove();
      if (done) { say(words.copied); return; }
      var range = page.createRange();
      range.selectNodeContents(node);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      say(words.pick);
    }
    if (navigator.clipboard && isSecureContext) navigator.clipboard.writeText(text).then(function () { say(words.copied); }, older);
    else older();
  }
  function file(image, title) {
    var bytes = atob(image.src.split(',')[1]), data = new Uint8Array(bytes.length), at = bytes.length;
    while (at--) data[at] = bytes.charCodeAt(at);
    return new File([data], title, {type: 'image/jpeg'});
  }
  function seen(list) { return list.filter(function (one) { return getComputedStyle(one).display !== 'none'; })[0]; }

  all('article').forEach(function (post) {
    var images = all('.view img', post), share = post.querySelector('.share'), save = post.querySelector('.save');
    function shown() { return seen(images) || images[0]; }
    function title() { return post.id + '-' + shown().dataset.shape + '.jpg'; }
    if (images.length) {
      var can = false;
      try { can = !!(navigator.canShare && navigator.canShare({files: [file(images[0], 'a.jpg')]})); } catch (error) { can = false; }
      (can ? save : share).hidden = true;
      save.addEventListener('click', function () { save.href = shown().src; save.download = title(); });
      share.addEventListener('click', function () {
        navigator.share({files: [file(shown(), title())]}).then(function () { say(words.shared); }, function (error) {
          if (error.name !== 'AbortError') { say(words.hold); save.hidden = false; }
        });
      });
    }
    all('.go', post).forEach(function (button) {
      button.addEventListener('click', function () { var text = seen(all('.text', post)); copy(text.textContent, text); });
    });
    all('.copy-alt', post).forEach(function (button) {
      button.addEventListener('click', function () {
        var text = post.querySelector('.alt');
        text.parentNode.open = true;
        copy(text.textContent, text);
      });
    });
    var done = post.querySelector('.done');
    function mark(on) {
      post.classList.toggle('ok', on);
      done.setAttribute('aria-pressed', on);
      done.textContent = on ? '✓ ' + words.done : words.undone;
    }
    mark(read(post.id) === '1');
    done.addEventListener('click', function () {
      var on = !post.classList.contains('ok');
      mark(on);
      write(post.id, on ? '1' : '0');
      count();
      if (on && !keeps) say(words.unkept);
    });
    all('input', post).forEach(function (input) {
      input.addEventListener('change', function () {
        var chosen = input.dataset.choice;
        write(input.dataset.kind, chosen);
        all('input[data-kind="' + input.dataset.kind + '"]').forEach(function (other) {
          if (other.dataset.choice === chosen) other.checked = true;
        });
      });
    });
  });
  ['net', 'shape'].forEach(function (kind) {
    var chosen = read(kind);
    all('input[data-kind="' + kind + '"]').forEach(function (input) { if (input.dataset.choice === chosen) input.checked = true; });
  });
  count();
})(document);
