export {
  type Business,
  businessById,
  businessBySlug,
  type BusinessDetails,
  businessOf,
  createBusiness,
} from './business.ts';
export { businessSlugs } from './slugs.ts';
