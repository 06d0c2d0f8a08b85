import type { components } from '../api/generated.ts';

/** What the server answers to a customer's page, by the names the page uses. Instants are epoch milliseconds. */

type Schemas = components['schemas'];

export type PortalCard = Schemas['Portal'];
export type Me = Schemas['PortalMe'];
export type WalletShown = Me['wallets'][number];
export type Consent = Me['consents'][number];
export type HistoryLine = Schemas['PortalHistory']['lines'][number];
export type Codes = Schemas['PortalCodes'];
export type RewardShown = Schemas['PortalRewards']['rewards'][number];
export type Invitation = Schemas['PortalInvitation'];
