export { acceptLead, refuseLead } from './answering.ts';
export { chooseSellers } from './assigning.ts';
export { captureLead, captureLeads } from './capturing.ts';
export { lookAtLeads } from './looking.ts';
export { runQualificationTrial } from './trying.ts';
