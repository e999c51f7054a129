// In a frame whose browser keeps no cookies, the LMS may keep the key of a login for us (LTI Client Side postMessages): it is
// left there before the LMS is asked, and fetched when the LMS has answered. Whatever goes wrong within two seconds leaves the
// page as it is, with its way into a window of its own.

interface Answer {
  subject?: string;
  message_id?: string;
  value?: string;
  error?: unknown;
  supported_messages?: { subject?: string; frame?: string }[];
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
const prefixes = ['lti.', 'org.imsglobal.lti.'];
const failed = 'storage-failed';

/** Asks, and gives the first answer that is meant for us; null when none comes in time. */
function ask(frame: Window, origin: string, subject: string, more: object = {}): Promise<Answer | null> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const done = (answer: Answer | null): void => {
      window.removeEventListener('message', hear);
      clearTimeout(timer);
      resolve(answer);
    };
    const hear = (event: MessageEvent<Answer>): void => {
      const said = event.data;
      // What the LMS can do is no secret; a key is believed only from where it was left.
      if ((origin !== '*' && (event.origin !== origin || event.source !== frame)) || said?.message_id !== id) return;
      if (said.subject === `${subject}.response`) done(said);
    };
    const timer = setTimeout(() => done(null), limit);
    window.addEventListener('message', hear);
    frame.postMessage({ subject, message_id: id, ...more }, origin);
  });
}

/** What the LMS says it can do, under the names of today or of yesterday. */
async function capabilities(): Promise<NonNullable<Answer['supported_messages']>> {
  const answers = await Promise.all(prefixes.map((prefix) => ask(window.parent, '*', `${prefix}capabilities`)));
  return answers.flatMap((answer) => answer?.supported_messages ?? []);
}

/** How the LMS calls what we want of it, and which of its frames does it. An LMS that says nothing may still do it. */
async function way(action: string): Promise<{ subject: string; frame?: string }> {
  const offered = await capabilities();
  const found = prefixes.map((prefix) => offered.find((message) => message.subject === prefix + action)).find((message) => message);
  return { subject: found?.subject ?? prefixes[0] + action, frame: found?.frame };
}

function find(name: string): Window | null {
  try {
    return name === '_parent' ? window.parent : ((window.parent.frames as unknown as Record<string, Window>)[name] ?? null);
  } catch {
    return null;
  }
}

async function run(box: HTMLElement): Promise<void> {
  const { storage, origin, target, key, value, onward } = box.dataset as unknown as Errand;
  const { subject, frame } = await way(`${storage}_data`);
  const keeper = find(frame ?? target);
  const answer = keeper && (await ask(keeper, origin, subject, storage === 'put' ? { key, value } : { key }));
  const works = answer && !answer.error && (storage === 'put' || answer.value);
  if (works && onward) location.replace(onward);
  else if (works && box instanceof HTMLFormElement) {
    box.querySelector<HTMLInputElement>('[name=storage-key]')!.value = answer.value!;
    box.submit();
  } else remember(storage);
}

// A key that was left and did not come back will not come back the next time either.
function remember(storage: Errand['storage']): void {
  document.querySelector<HTMLElement>('[data-late]')?.removeAttribute('hidden');
  try {
    if (storage === 'get') sessionStorage.setItem(failed, '1');
  } catch {
    // Then it is tried again, which only costs time.
  }
}

function hasFailed(): boolean {
  try {
    return sessionStorage.getItem(failed) !== null;
  } catch {
    return false;
  }
}

// The page that says what this browser can do: whether the LMS would keep a key is known to script alone.
async function tell(capable: HTMLElement): Promise<void> {
  const offered = (await capabilities()).some((message) => prefixes.some((prefix) => message.subject === `${prefix}put_data`));
  capable.textContent = (offered ? capable.dataset.yes : capable.dataset.no) ?? '';
}

const capable = document.querySelector<HTMLElement>('[data-capable]');
if (capable && window.parent !== window) void tell(capable);

const box = document.querySelector<HTMLElement>('[data-storage]');
if (box && window.parent !== window && !(box.dataset.storage === 'put' && hasFailed())) void run(box);

export {};
