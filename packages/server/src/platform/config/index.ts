export { type Config, checkoutFolder, readConfig } from './config.ts';
