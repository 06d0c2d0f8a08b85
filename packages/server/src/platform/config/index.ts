export { type Config, checkoutFolder, readConfig, type SmsConfig } from './config.ts';
