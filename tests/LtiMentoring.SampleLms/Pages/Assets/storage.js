// Keeps data for the tool's frame, in the way that the page says. Only the tool is heard.
const { way, origins } = document.currentScript.dataset;
const kept = new Map();
const prefix = way === 'legacy' ? 'org.imsglobal.lti.' : 'lti.';
const frame = way === 'frame' ? 'lti_storage' : '_parent';

addEventListener('message', event => {
  if (!origins.split(' ').includes(event.origin)) return;
  const { subject, message_id, key, value } = event.data ?? {};
  const answer = more => event.source.postMessage({ subject: `${subject}.response`, message_id, ...more }, event.origin);

  if (subject === `${prefix}capabilities` && way !== 'keeper')
    answer({ supported_messages: ['put_data', 'get_data'].map(action => ({ subject: prefix + action, frame })) });
  else if (way === 'frame' || way === 'silent') return; // The frame named above does it; or nobody.
  else if (subject === `${prefix}put_data`) {
    if (way !== 'forgetful') kept.set(key, value);
    answer({ key, value });
  } else if (subject === `${prefix}get_data`)
    answer(kept.has(key) ? { key, value: kept.get(key) } : { error: { code: 'no_such_key', message: 'Nothing is kept under this name.' } });
});
