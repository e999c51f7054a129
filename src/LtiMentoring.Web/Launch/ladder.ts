// In a frame whose browser keeps no cookies, the LMS may keep the key of a login for us (LTI Client Side postMessages): it is
// left there before the LMS is asked, and fetched when the LMS has answered. Whatever goes wrong, or takes longer than two
// seconds, leaves the page as it is, with its way into a window of its own.

interface Answer {
  subject?: string;
  message_id?: string;
  value?: unknown;
  error?: unknown;
  supported_messages?: { subject?: string; frame?: string }[];
}

// How the LMS calls what we want of it, and which of its frames does it.
interface Way {
  prefix: string;
  frame?: string;
}

// What the page asks for, in the attributes of one of its elements.
interface Errand {
  storage: 'put' | 'get';
  origin: string;
  target: string;
  key: string;
  value?: string;
  onward?: string;
}

const limit = 2000;
const again = 250;
const prefixes = ['lti.', 'org.imsglobal.lti.'];

/** Asks, and gives the first answer that is meant for us; null when none comes in time. */
function ask(frame: Window, origin: string, subject: string, more: object = {}): Promise<Answer | null> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const say = (): void => frame.postMessage({ subject, message_id: id, ...more }, origin);
    const done = (answer: Answer | null): void => {
      window.removeEventListener('message', hear);
      clearTimeout(timer);
      clearInterval(repeat);
      resolve(answer);
    };
    const hear = (event: MessageEvent<Answer>): void => {
      const said = event.data;
      // What the LMS can do is no secret; a key is believed only from where it was left.
      if ((origin !== '*' && (event.origin !== origin || event.source !== frame)) || said?.message_id !== id) return;
      if (said.subject === `${subject}.response`) done(said);
    };
    const timer = setTimeout(() => done(null), limit);
    // Whoever is to answer may still be loading.
    const repeat = setInterval(say, again);
    window.addEventListener('message', hear);
    say();
  });
}

/** How the LMS offers to keep data, under the names of today or of yesterday, whichever it answers to first; null when it does not. */
async function offer(): Promise<Way | null> {
  const asked = prefixes.map(async (name) => {
    const answer = await ask(window.parent, '*', `${name}capabilities`);
    for (const prefix of prefixes) {
      const found = answer?.supported_messages?.find((message) => message.subject === `${prefix}put_data`);
      if (found) return { prefix, frame: found.frame };
    }
    throw new Error('not offered');
  });
  return Promise.any(asked).catch(() => null);
}

/** A frame of the LMS's page by its name, which comes from outside and may be that of something else. */
function find(name: string): Window | null {
  try {
    const frame = name === '_parent' ? window.parent : (window.parent as unknown as Record<string, Window>)[name];
    return frame && 'postMessage' in frame ? frame : null;
  } catch {
    return null;
  }
}

async function run(box: HTMLElement): Promise<void> {
  const { storage, origin, target, key, value, onward } = box.dataset as unknown as Errand;
  let isInWindow = false;
  document.querySelector('a[target=_blank]')?.addEventListener('click', () => (isInWindow = true));

  // An LMS that says nothing of it may do it all the same.
  const way = (await offer()) ?? { prefix: prefixes[0]!, frame: undefined };
  const keeper = find(way.frame ?? target);
  if (!keeper) return;
  if (storage === 'put') {
    const put = await ask(keeper, origin, `${way.prefix}put_data`, { key, value });
    if (!put || put.error) return;
  }
  // Also at once after it was left: an LMS that does not give it back now would not do so when its login is spent.
  const got = await ask(keeper, origin, `${way.prefix}get_data`, { key });
  if (!got || got.error || typeof got.value !== 'string') return;
  if (box instanceof HTMLFormElement) {
    box.querySelector<HTMLInputElement>('[name=storage-key]')!.value = got.value;
    box.submit();
  } else if (got.value === value && onward && !isInWindow) location.replace(onward);
}

/** Whether a cookie is kept that is not this LMS's alone. */
function keepsShared(): boolean {
  try {
    document.cookie = 'shared=1; Secure; SameSite=None; Max-Age=60';
    const kept = document.cookie.includes('shared=1');
    document.cookie = 'shared=; Secure; SameSite=None; Max-Age=0';
    return kept;
  } catch {
    return false;
  }
}

/** The page that says how this browser opens the tool: two things are known to script alone. */
async function tell(rung: HTMLElement): Promise<void> {
  const say = (what: string, yes: boolean): void => {
    const place = document.querySelector<HTMLElement>(`[data-known=${what}]`);
    if (place) place.textContent = (yes ? place.dataset.yes : place.dataset.no) ?? '';
  };
  say('shared', keepsShared());
  if (window.parent === window) return;
  const offered = (await offer()) !== null;
  say('storage', offered);
  if (offered && rung.dataset.helped) rung.textContent = rung.dataset.helped;
}

const box = document.querySelector<HTMLElement>('[data-storage]');
if (box && window.parent !== window) void run(box);

const rung = document.querySelector<HTMLElement>('[data-rung]');
if (rung) void tell(rung);

export {};
