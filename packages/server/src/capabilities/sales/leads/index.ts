export { acceptLead, refuseLead } from './answering.ts';
export { chooseSellers } from './assigning.ts';
export { type Capture, type Captured, captureLead, captureLeads } from './capturing.ts';
export { type Lead, leadById, type LeadState } from './lead.ts';
export { lookAtLeads } from './looking.ts';
export { runQualificationTrial } from './trying.ts';
