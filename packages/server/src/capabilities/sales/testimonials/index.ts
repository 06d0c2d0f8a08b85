export { askTestimonial } from './asking.ts';
export { giveTestimonial } from './giving.ts';
export { moderateTestimonial } from './moderating.ts';
