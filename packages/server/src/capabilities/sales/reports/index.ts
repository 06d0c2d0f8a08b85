export { learnBusiness, learnSales } from './learning.ts';
