export { mayAsk } from './asking.ts';
export { noteAsk } from './asks.ts';
export { bringFriend } from './friends.ts';
export { lookForRecommendations } from './job.ts';
export { saveSettings as saveAskRule } from './settings.ts';
