const ROOT = '/mailbox/api';

const answered = async (response) => {
  if (response.ok) return response;
  const { detail } = await response.json().catch(() => ({}));
  throw new Error(detail ?? `The mailbox answered ${response.status}.`);
};

const getJson = async (path, signal) => (await answered(await fetch(`${ROOT}${path}`, { signal }))).json();

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();

export const listMessages = (asked, signal) => getJson(`/messages?${query(asked)}`, signal);

export const readMessage = (id, signal) => getJson(`/messages/${id}`, signal);

export const readSource = async (id) => (await answered(await fetch(`${ROOT}/messages/${id}/raw`))).text();

export const readSummary = (run) => getJson(`/summary?${query({ run })}`);

export const deleteMessages = async () => answered(await fetch(`${ROOT}/messages`, { method: 'DELETE' }));

export const rawUrl = (id) => `${ROOT}/messages/${id}/raw`;

export const attachmentUrl = (id, index) => `${ROOT}/messages/${id}/attachments/${index}`;
