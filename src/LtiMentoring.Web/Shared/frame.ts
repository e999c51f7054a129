// Inside an LMS's frame: tells the LMS how tall the page is, so that its frame can grow with it, and begins each page at
// its top. Without script the frame scrolls by itself.

let told = 0;

function tell(subject: string, values: object): void {
  // Neither is a secret, and not every page knows the LMS's origin.
  window.parent.postMessage({ subject, ...values }, '*');
}

function tellHeight(): void {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  tell('lti.frameResize', { height });
}

// Whether the address names a place on this page. A redirect brings the place along that the page before it had.
function hasPlace(): boolean {
  return document.getElementById(location.hash.slice(1)) !== null;
}

// A frame that has grown does not scroll when its page changes: the reader would stay down at the old page's end.
function beginAtTop(): void {
  if (hasPlace()) return;
  // Something narrow at the left edge: scrolling to it moves nothing sideways.
  const top = document.querySelector('.bar .mark');
  if (!top) return;
  new IntersectionObserver((entries, observer) => {
    observer.disconnect();
    if (entries.some((entry) => entry.isIntersecting)) return;
    tell('lti.scrollToTop', {});
    top.scrollIntoView();
  }).observe(top);
}

// A frame whose page changes leaves the focus on nothing, and a screen reader says nothing of the new page: the focus goes to
// its title, unless the address or a refusal has another place for it.
function beginReading(): void {
  const title = document.querySelector<HTMLElement>('main h1');
  if (!title || hasPlace() || document.activeElement !== document.body) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

// Only script can print what stands in a frame; without it the button stays hidden.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// An answer on its way to the LMS needs no second press.
document.querySelector<HTMLFormElement>('form[data-send]')?.submit();

// What was written and not sent is kept when the page is left another way: by a link, or with its window.
const unsent = new Set<HTMLFormElement>();
const session = /^(.*\/s\/[^/]{22})(\/.*)$/.exec(location.pathname);

// What a page sends while it goes away may only be short; before a link is followed there is time for all of it.
function keepWords(keepalive: boolean): Promise<unknown>[] {
  if (!session) return [];
  const [, base, page] = session;
  return [...unsent].map((form) => {
    const body = new FormData(form);
    body.set('page', page!);
    return fetch(`${base}/unsent`, { method: 'POST', body, keepalive }).catch(() => undefined);
  });
}

document.addEventListener('input', (event) => {
  const field = event.target as HTMLInputElement;
  if (field.form && field.name.startsWith('words.')) unsent.add(field.form);
});
document.addEventListener('submit', (event) => unsent.delete(event.target as HTMLFormElement));
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || unsent.size === 0 || elsewhere || link.target || link.hasAttribute('download') || link.pathname + link.search === location.pathname + location.search) return;
  event.preventDefault();
  const late = new Promise((resolve) => setTimeout(resolve, 1500));
  void Promise.race([Promise.all(keepWords(false)), late]).then(() => {
    unsent.clear();
    location.href = link.href;
  });
});
window.addEventListener('pagehide', () => void keepWords(true));

// A window that an LMS opened is closed by the LMS, when it is told to.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-close]')) {
  button.hidden = false;
  button.addEventListener('click', () => (window.opener ?? window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*'));
}

// What is missing is read first. The autofocus attribute would say so, but browsers ignore it in another site's frame.
document.querySelector<HTMLElement>('[role=alert]')?.focus();

if (window.parent !== window) {
  new ResizeObserver(tellHeight).observe(document.documentElement);
  document.addEventListener('toggle', tellHeight, true);
  void document.fonts.ready.then(tellHeight);
  tellHeight();
  // Whoever came here by a link or a button has the focus in the frame. The first page of a launch leaves the LMS's page as it is.
  if (document.hasFocus()) {
    beginAtTop();
    beginReading();
  }
}
