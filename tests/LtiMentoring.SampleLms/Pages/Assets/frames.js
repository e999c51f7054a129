// A tool in a frame may say how high it is. Only the tool is heard, and only about its own frame.
addEventListener('message', event => {
  const frame = [...document.querySelectorAll('iframe[data-origins]')].find(one => one.contentWindow === event.source);
  if (!frame || !frame.dataset.origins.split(' ').includes(event.origin)) return;

  let message = event.data;
  if (typeof message === 'string') {
    try { message = JSON.parse(message); } catch { return; }
  }
  if (message?.subject !== 'lti.frameResize') return;

  const height = Number(message.height);
  if (height > 0) frame.style.height = `${Math.min(Math.max(height, 200), 20000)}px`;
});
