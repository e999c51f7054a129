// The tool says when its registration is done. Only the tool is heard: from its frame, or from the window that was opened for it.
const frame = document.querySelector('iframe[data-after]');
const opener = document.getElementById('registration-window');
let opened = null;

opener?.addEventListener('click', event => {
  event.preventDefault();
  opened = open(opener.href);
});

addEventListener('message', event => {
  if (event.origin !== frame.dataset.origin || (event.source !== frame.contentWindow && event.source !== opened)) return;
  if (event.data?.subject !== 'org.imsglobal.lti.close') return;
  opened?.close();
  location = frame.dataset.after;
});
