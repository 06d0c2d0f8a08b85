export { smsFor, smsProvider } from './choosing.ts';
export { type RecordedMessage, recordedMessages } from './recording.ts';
export { askForStatus, type Outgoing, type Sms } from './sms.ts';
