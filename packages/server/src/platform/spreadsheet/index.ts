export { CSV_START, csvLine } from '@nardeban/core/values';
