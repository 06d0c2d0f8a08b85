export { makeLeadsOfBatch } from './batch-job.ts';
export { forgetCaptures } from './forgetting.ts';
export { changeForm, draftForm } from './forms.ts';
export { makeLink } from './links.ts';
export { makeMailbox } from './mailboxes.ts';
export { receiveMail } from './mail-receiver.ts';
export { takeSample } from './sample.ts';
