export { CSV_START, csvLine } from './csv-line.ts';
