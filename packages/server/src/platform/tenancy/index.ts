export {
  beginBusiness,
  type Business,
  businessById,
  businessBySlug,
  type BusinessChanges,
  businessOf,
  businessStatement,
  changeBusiness,
  createBusiness,
} from './business.ts';
export {
  type BusinessDetails,
  type BusinessKind,
  businessKinds,
  type CheckedDetails,
  checkDetails,
} from './details.ts';
export { businessSlugs } from './slugs.ts';
