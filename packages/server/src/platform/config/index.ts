export { type Config, checkoutFolder, type MailConfig, readConfig, type SmsConfig } from './config.ts';
