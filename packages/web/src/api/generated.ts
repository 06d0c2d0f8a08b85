// Written from contract/openapi.json: vitest run --update packages/web/src/api/generated.test.ts

export interface paths {
    "/api/auth/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The second step for who has a second factor: a code of the app, or a recovery code, once. */
        post: operations["signInWithCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/v1/account/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends all other sessions: whoever knew the old password may be signed in somewhere. */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins: the app reads `uri`, and the first code it shows turns the second factor on. */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/second-factor/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["endSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description New ones; the old ones are good no longer. */
        post: operations["makeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["accountSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["alias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listApiKeys"];
        put?: never;
        post: operations["makeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["business"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Zone and calendar say where a day and a month begin, and so move people on every ladder: with `confirm: true` each published ladder is computed anew in the background, and until that is done the old answer is read. A currency in which amounts were told stays. */
        patch: operations["changeBusiness"];
        trace?: never;
    };
    "/v1/businesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Another business, for somebody who owns one already. */
        post: operations["foundBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["club"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How far the books are, which months are closed, and what was said of costs and redemption. */
        get: operations["clubBooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["clubAccounts"];
        /** @description The numbers and names that the accounts of the journal have in the books of the business. */
        put: operations["changeClubAccounts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What every wallet held at the end of a day, by when it was posted and by when it happened. */
        get: operations["clubBalancesAsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/estimates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What part of a wallet is expected to be redeemed, from the open month on: a true-up with its author and reason. */
        post: operations["makeClubEstimate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/estimates/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What an estimate would move if it were made now. Nothing is written. */
        post: operations["tryClubEstimate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/gift-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is owed on gift cards by the age of what is on them. It is owed however old it is. */
        get: operations["clubGiftCardLiability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/journal.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The journal of these months; a month that is not closed may still change and says so. */
        get: operations["clubJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/months/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A month in units and in money: as it was closed, or as it stands. */
        get: operations["clubMonth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/months/{month}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Closes a month for good. What is posted later, also what happened in it, belongs to the open month. Months are closed in their order, and only when the books prove. */
        post: operations["closeClubMonth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/months/{month}/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What became of each month of earning of a wallet by the end of a month, in units and in money. */
        get: operations["clubCohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/receivables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who owes units to the club: what they gave back had been spent. */
        get: operations["clubReceivables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/redemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The ultimate redemption rate and breakage from what became of earlier cohorts, with an interval of 95 %, and what will expire and be redeemed in 30, 90 and 365 days. */
        get: operations["clubRedemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Brings the books up to this instant and proves them against the lots. The clock does it every hour. */
        post: operations["rollClubBooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/roll-forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Opening and everything that moved each wallet, by month or by day of posting, the first first. Every closing is the next opening. A month that was closed is as it was closed. */
        get: operations["clubRollForward"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What units of a wallet cost and are worth, from a month on that is open. What was said before stays. */
        post: operations["sayClubTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/accounting/who-pays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What gave the units that were earned and redeemed in these months, and what the redeemed cost. */
        get: operations["clubWhoPays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Gives or takes units by hand, each line with its reason, and is answered line by line: opening balances, goodwill, corrections. A line that is sent again changes nothing. */
        post: operations["adjustClub"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/awards/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["awards"];
        put?: never;
        /** @description Honours somebody for a year, in public or between us, and tells it as a fact of theirs. */
        post: operations["giveAward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/awards/{year}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The best customers of a year by appreciation, of the 300 who bought most in it; equals share a place. */
        get: operations["awardCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Every budget that bounds offers and rules now, with what is used and what open quotes keep aside. */
        get: operations["budgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["clubDraft"];
        /** @description Keeps the draft as it is being written, also while it could not be published. `revision` is that of the draft it was begun from, 0 when there was none; when somebody saved in between, 409 `changed_meanwhile` and nothing is kept. */
        put: operations["keepClubDraft"];
        post?: never;
        delete: operations["discardClubDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/draft/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Puts the draft in force from this instant on. What was earned stays as it was earned; the same occasion is not paid again under the new version. */
        post: operations["publishClub"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/draft/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Plays the draft over everybody’s recorded orders, in the background: cost, liability, who would have earned what, by rule, rung and month. Nothing is posted. */
        post: operations["simulateClub"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The goals as they stood at the end of each day, the newest first; only where there are goals. */
        get: operations["clubEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first. */
        get: operations["listGiftCards"];
        put?: never;
        /** @description Makes a card with money on it, and tells its code this once. */
        post: operations["issueGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What is on the card with this code. Who tries many codes that are none has to wait. */
        post: operations["checkGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["giftCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Lets it end later; never earlier. */
        post: operations["extendGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards/{id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["freezeGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards/{id}/recode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Gives it a new code, where the old one was lost or seen by others. */
        post: operations["recodeGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes the money of a payment off the card, to be paid back. The purchase of the card itself ends the card: it can never be spent again. */
        post: operations["refundGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards/{id}/top-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["topUpGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Gives it to a person, with a new code: the old one is worth nothing from then on. */
        post: operations["transferGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/gift-cards/{id}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unfreezeGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/offer-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["offerSettings"];
        put: operations["changeOfferSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Offers by key. */
        get: operations["listOffers"];
        put?: never;
        /** @description A new offer, as a draft. */
        post: operations["makeOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/offers/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["offer"];
        /** @description Changes an offer. An active one is changed at once; quotes made before are priced again when they are committed. */
        put: operations["changeOffer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/offers/{key}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Puts people onto the list of an offer for chosen people, and takes others off it. */
        post: operations["choosePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/offers/{key}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Begins an offer (`active`), pauses it (`draft`) or archives it. */
        put: operations["setOfferState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is owed between partners now, and what redemptions, cancellations and payments of a time have added to it. */
        get: operations["partnersOwed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/partners/{key}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["partnerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/partners/{key}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A payment between a partner and us: above 0 what we paid, below 0 what they paid. */
        post: operations["settlePartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readPortalSettings"];
        put: operations["changePortalSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Clubs to begin from, the plainest first, with what each costs. */
        get: operations["clubPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was redeemed, the newest first. */
        get: operations["listRedemptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/redemptions/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Hands over what a code was given out for. Who tries many codes that are none has to wait. */
        post: operations["handOverReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/redemptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["redemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/redemptions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Undoes a redemption: the units go back to the lots they came from, the piece is there again, and its code is worth nothing. */
        post: operations["cancelRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who was brought by whom, the newest first; `state=review` is what waits for somebody to look. */
        get: operations["listReferrals"];
        put?: never;
        /** @description Somebody says who brought them. The first to be named has them; what is owed at once is paid at once. A referral against which too much speaks is in state `review` and waits for somebody to look. */
        post: operations["claimReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/referrals/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who brought most, by what their own friends have bought. */
        get: operations["topReferrers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/referrals/graph/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whom somebody brought, whom these brought, and what it was worth, level by level; at most 1000 people. */
        get: operations["referralTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["referral"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/referrals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Lets pass what spoke against it, and pays what is owed. Undoes a refusal too. */
        post: operations["approveReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/referrals/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes back all that was paid for it, and pays nothing more. */
        post: operations["refuseReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The catalogue, the newest first. */
        get: operations["listRewards"];
        put?: never;
        /** @description Puts a reward into the catalogue as a draft: nobody can have it yet. */
        post: operations["draftReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/rewards/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reward"];
        /** @description What was redeemed before stays as it was then. */
        put: operations["changeReward"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/rewards/{key}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description multipart/form-data with one part `file`: PNG, JPEG or WebP of at most 1 MB, and at most 6 of them. */
        post: operations["addRewardImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/rewards/{key}/images/{image}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["rewardImage"];
        put?: never;
        post?: never;
        delete: operations["removeRewardImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/rewards/{key}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends the person a one-time code with which they prove who they are, to redeem this reward. */
        post: operations["askRewardProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/rewards/{key}/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Spends the units and hands out a code. A reward that asks for proof needs the one-time code of the person. */
        post: operations["redeemReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/simulations/{simulation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["clubSimulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/simulations/{simulation}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stopClubSimulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["clubVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["clubVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Codes that were made together, the newest first. */
        get: operations["listVoucherBatches"];
        put?: never;
        /** @description Makes codes: `count` of them drawn by chance, or one `word` that somebody chose. Up to 2,000 are there with the answer; more are made in the background, and `made` says how far it is. */
        post: operations["makeVouchers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Whether a code is good, and what for. It changes nothing; who tries many codes that are none has to wait. */
        post: operations["checkVoucher"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["voucherBatch"];
        /** @description What all codes of a batch are good for; switches them off and on. */
        put: operations["changeVoucherBatch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers/{id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The codes of a batch without the codes themselves. */
        get: operations["listVouchers"];
        put?: never;
        /** @description Draws one more code, good for one person alone, and tells it this once. */
        post: operations["giveVoucher"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers/{id}/codes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All codes of a batch, streamed. Kept in the log of deeds: whoever has them can use them. */
        get: operations["downloadVouchers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers/{id}/codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeVoucher"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resumeVouchers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers/{id}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes away what the codes can be made out from: from then on nobody can list or print them, and they are good all the same. */
        post: operations["sealVouchers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers/{id}/sheet.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One A4 page of 24 codes as squares to be scanned, to be printed and cut. The header `Nardeban-Next` says the `after` of the next page. */
        get: operations["voucherSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/club/vouchers/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stopVouchers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["openConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conflicts/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conflicts/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What deciding a conflict would make of its people, with the facts that wait for it. Nothing is kept of it. */
        post: operations["previewDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/custom-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The facts of the business’s own, archived ones too, and how often each was told. */
        get: operations["customFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/custom-facts/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Declares `custom.<name>`, or gives it other titles, further fields or other choices; an archived one is told again. A title in one language stands for both. */
        put: operations["declareCustomFact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/custom-facts/{name}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Facts of an archived type are refused; those that were told stay and keep their name. */
        post: operations["archiveCustomFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/custom-facts/{name}/fit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description How many stored facts hold a value that this declaration would not take. Nothing is written. */
        post: operations["fitOfCustomFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The latest first. `from` and `to` are days of the business, both included. */
        get: operations["listDeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Open conflicts and likely duplicates, the oldest first, with the people they are about as they are now. */
        get: operations["duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["tellFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listHooks"];
        put?: never;
        /** @description From now on what happens is sent to this address, signed as Standard Webhooks says. Imported facts are not sent. */
        post: operations["makeHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["hook"];
        /** @description Changes what `revision` showed. Switching one off gives up what it has not delivered; it stays in the log, to be replayed. */
        put: operations["changeHook"];
        post?: never;
        delete: operations["removeHook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was sent to it in the last thirty days, the latest first. */
        get: operations["listHookMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks/{id}/messages/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One message: the text that was sent, and what each attempt was answered with. */
        get: operations["hookMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks/{id}/messages/{message}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a message once more, under the same `webhook-id`. */
        post: operations["replayHookMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends everything once more that was given up since then, the oldest 10,000 of it; ask again for the rest. */
        post: operations["replayFailedHookMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Gives it another secret. For a day messages bear a signature by the one before as well. */
        post: operations["changeHookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a `webhook.test`, whatever the hook listens to. */
        post: operations["testHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["identify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The mappings that are proposed again for files with the same headers. */
        get: operations["importMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import-mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["renameMapping"];
        post?: never;
        delete: operations["removeMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listImports"];
        put?: never;
        /** @description multipart/form-data with one part `file`: CSV of any common delimiter and encoding, or XLSX. */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["importById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description What is stated is laid over the mapping there is, and kept for the next file with these headers. */
        put: operations["changeMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Reads the whole file and writes nothing: the totals to be looked at before it is started. */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The columns of the file with some of their cells, and what each was taken for and why. */
        get: operations["importProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/refusals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["refusedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Starting what was stopped or failed goes on where it ended, starting what was undone begins from the first row; starting what runs changes nothing. */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stopImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What undoing the import would have to do with other imports. */
        get: operations["importUndoPreview"];
        put?: never;
        /** @description Withdraws the facts of the import, in the background; rungs come out as if it had never been. Imports that had told some of the same are read once more. */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the run that is read found, whether another is under way, and what runs before it found. */
        get: operations["insight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/advisor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What one step up is worth, the most it is sensible to spend on it and for how long, and the order in which to spend a budget. Every assumption can be moved in the query. */
        get: operations["advice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/advisor/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The same for one person, from what became of people like them. */
        get: operations["adviceForPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/baskets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is bought together, and what next. */
        get: operations["insightBaskets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/cadence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who is late by their own rhythm. */
        get: operations["insightCadence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where it is bought, of all time. */
        get: operations["insightChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/channels-year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where it is bought, of the last 365 days. */
        get: operations["insightChannelsYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who stayed, and what they are worth by now, by the month of the first order. */
        get: operations["insightCohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Costs that touch these days, those that began last first. */
        get: operations["listCosts"];
        put?: never;
        post: operations["enterCost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/costs/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A list of costs as CSV, up to 2,000 lines, the first naming the columns (`from`, `to`, `channel`, `campaign`, `kind`, `amount`, `note`, or their Persian names). The same list again changes nothing. */
        post: operations["importCosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/costs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeCost"];
        post?: never;
        delete: operations["removeCost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listExperiments"];
        put?: never;
        post: operations["draftExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/experiments/size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Before anything is started: whether so many people can show the effect, and the smallest they can show. */
        post: operations["experimentSize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/experiments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description An experiment with what it has shown, as it was read last. */
        get: operations["experiment"];
        /** @description Changes a draft. What was started stays as it was when it was started. */
        put: operations["changeExperiment"];
        post?: never;
        /** @description Takes a draft away. */
        delete: operations["removeExperiment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/experiments/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Puts people into an arm, by number (up to 1,000) or 200 of a segment at a time. The same person always gets the same arm, so a repetition changes nothing. Whoever is `held` must be left alone. */
        post: operations["assignToExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/experiments/{id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Reads it from the facts as they are now, with up to 20,000 people; larger ones are read at night. The same again changes nothing but the hour. */
        post: operations["readExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/experiments/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description From now on people can be assigned, and nothing of it can be changed. */
        post: operations["startExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/experiments/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Nobody new is assigned; it is read until all windows are over. */
        post: operations["stopExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The models of a run with how they did on the past; of the one that is read unless told. */
        get: operations["insightModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/models/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A model as every run fitted it, the newest first. */
        get: operations["insightModelHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Costs of a time against the customers who came in it: by first touch, last touch and evenly, by channel and by campaign. */
        get: operations["returns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/money/rungs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What it cost that people reached each rung: all costs of the time by the steps onto it, and above those held back where an experiment measured it. */
        get: operations["rungCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/money/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["moneySettings"];
        /** @description What has been counted keeps the margin it was counted with until the next run. */
        put: operations["changeMoneySettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The people of a class: a band by what is at risk, a segment, type or rhythm, or everybody (`class` all), by what they are worth in a year; the most first. */
        get: operations["insightPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/rfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Recency, frequency and value: ten segments, with the thresholds they were cut at. */
        get: operations["insightRfm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["insightRuns"];
        put?: never;
        /** @description Asks for a run now, to the end of yesterday; by itself there is one every night. One that is under way is answered. */
        post: operations["runInsight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["insightRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/runs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Stops a run; what was read stays as it is. */
        post: operations["stopInsightRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/seasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Months, weekdays, hours, and feasts whose day moves. */
        get: operations["insightSeasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["insightSettings"];
        /** @description The next run goes by them. */
        put: operations["changeInsightSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The five types of customers, with the shares of people and of revenue. */
        get: operations["insightTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insight/unit-costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listUnitCosts"];
        /** @description Says what one piece of each of these items costs; the others stay as they are. */
        put: operations["changeUnitCosts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["lookAtInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitation/new-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Makes the account, makes it a member of staff, and signs it in. */
        post: operations["acceptAsNewAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["inviteStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLadders"];
        put?: never;
        /** @description Begins a new ladder or typology as a draft; nobody stands on it until it is published. */
        post: operations["beginLadder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ladderOverview"];
        put?: never;
        post?: never;
        /** @description Puts it away: nobody stands on it any longer; its history stays and can be put back in force. */
        delete: operations["archiveLadder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Keeps a draft as it is being written, also while it is incomplete. `revision` is that of the draft it was begun from, 0 when there was none; when somebody saved in between, 409 `changed_meanwhile` and nothing is kept. */
        put: operations["keepDraft"];
        post?: never;
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["saveDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How many stood on each rung at the end of each day, week or month of a period; at most 400 points, the last ones. */
        get: operations["ladderHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who climbed and who fell in a period, and why; with fromRung and toRung, the people of one flow. */
        get: operations["ladderMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins. GET /v1/ladders/{key} and GET /v1/studio/{key} tell in `publishing` how far it is. With `revision`, the draft is published only as it was at that revision. */
        post: operations["publishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/publishing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Stops the publishing that is under way. What was in force stays so; what was being published becomes the draft again. */
        delete: operations["stopPublishing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Publishes the definition of an earlier version as a new one. A draft under way stays. */
        post: operations["rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/rungs/{rung}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["peopleOnRung"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ladderVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ladders/{key}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ladderVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first. */
        get: operations["mergesInForce"];
        put?: never;
        post: operations["mergePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What a merge would make of two people. Nothing is kept of it. */
        post: operations["previewMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unmergePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}/undo-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What undoing a merge would make of its people. Nothing is kept of it. */
        post: operations["previewUnmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["searchPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/duplicate-search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Looks through everybody for people who are likely one; what it finds is among the duplicates to review. */
        post: operations["searchDuplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Writes people to a file in the background; GET /v1/people/jobs/{id}/file fetches it, for seven days. */
        post: operations["exportPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["peopleJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["peopleJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/jobs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportedFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/jobs/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resumePeopleJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/jobs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stopPeopleJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/jobs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes back what a tagging has done, as far as it came: everybody who had a tag before keeps it. */
        post: operations["undoTagging"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A page of people, in order and filtered. It changes nothing; it is a POST because a filter has no room in an address. The work of one request is bounded: a page may hold fewer than asked for, or nobody, and `next` then says where to go on. */
        post: operations["listPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/tagging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Tags people, or takes tags away, in the background. For more than 1000 of them `confirmed` is asked for. */
        post: operations["tagPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Tags and traits to choose from: those of the people the business met last, and not every one there is. */
        get: operations["wordsInUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/appreciation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How thankful the business has reason to be to a person, part by part, with the facts. */
        get: operations["appreciationOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/club": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Wallets, level, and the entries of the ledger with the rule and the fact behind each, the newest first. */
        get: operations["personClub"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["historyOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["filesOf"];
        put?: never;
        /** @description multipart/form-data with one part `file`, of at most 10 MB. */
        post: operations["keepFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["fileOf"];
        put?: never;
        post?: never;
        delete: operations["removeFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addIdentifier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/identifiers/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["removeIdentifier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/ladders/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["explainPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["mergesOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["notesOf"];
        put?: never;
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/notes/{note}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeNote"];
        options?: never;
        head?: never;
        patch: operations["changeNote"];
        trace?: never;
    };
    "/v1/people/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ordersOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pinPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/referral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The personal code of somebody, what came of it, and what the limits count. */
        get: operations["referralOfPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/referral/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A new personal code, the first as well. Those before it lead to nobody from now on; what was paid and what the limits count stays. */
        post: operations["reissueReferralCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["relationsOf"];
        put?: never;
        post: operations["stateRelation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/relations/{relation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endRelation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the run that is read says of a person, with what it was decided by. */
        get: operations["personScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["setTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["setTrait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/unpin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unpinPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The table of what each role may do: what the server holds everybody to. */
        get: operations["permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What a customer’s page needs before anybody signs in. A business that opened none has none. */
        get: operations["portal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a code to a mobile. The answer is the same whether the business knows the mobile or not. At most one a minute and five an hour for a mobile. */
        post: operations["askPortalCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["portalMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/me/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["portalCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/me/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Agrees to one purpose, or takes it back: as easy the one way as the other. */
        put: operations["sayPortalConsent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Everything the business keeps about the member, as a file. */
        get: operations["portalOwnData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/me/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What happened between the member and the business, the newest first. */
        get: operations["portalHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["sayPortalProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/me/referral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The code by which they bring friends, made when it is first asked for. */
        get: operations["portalInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/me/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Everything on offer; what they cannot have yet says why. */
        get: operations["portalRewards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/me/rewards/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Spends what it costs and answers the code that is shown when it is handed over. */
        post: operations["takePortalReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/rewards/{key}/images/{image}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["portalRewardImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Tells the code. Whoever was not in the club yet joins it. The session is a cookie of this business’s portal alone. */
        post: operations["signInToPortal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/{business}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["signOutOfPortal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["screen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSegments"];
        put?: never;
        /** @description Saves it and begins to compute who is in it; from then on it is kept up like a ladder. */
        post: operations["makeSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["segment"];
        put: operations["changeSegment"];
        post?: never;
        delete: operations["removeSegment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whether nobody is here yet, and the first business is founded with the token the program prints. */
        get: operations["setup"];
        put?: never;
        /** @description The first business and its owner in one go; signs the owner in. */
        post: operations["foundFirst"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeStaff"];
        options?: never;
        head?: never;
        patch: operations["changeRole"];
        trace?: never;
    };
    "/v1/studio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStudio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/studio/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["studioLadder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Values that occur in the newest history, for whoever writes conditions; the commonest first. */
        get: operations["suggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTills"];
        put?: never;
        /** @description Makes a till known, when somebody signs in at it, and tells the key for its slips. */
        post: operations["registerTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Its slips are refused from now on; what it has sent stays. */
        delete: operations["revokeTill"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description People with rung, level, balances and what to say to them; ten at most. */
        post: operations["findAtTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Orders of the till, the newest first. */
        get: operations["listTillOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/orders/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description An order with what has come back of it; `open` while there is only a quote for it. */
        get: operations["tillOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/orders/{number}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes everything back that has not come back yet. With `dry_run` it tells what would come of it. */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/orders/{number}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes pieces of lines back: what belongs to them is given back and taken back, proportionally and to the unit. With `dry_run` it tells what would come of it. */
        post: operations["returnLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Prices a basket: discounts, vouchers, rewards, what pays and what is earned, each with why and why not, and keeps it all aside until it is committed, released or over. With `dry_run` nothing is kept, and `now` may be any instant. */
        post: operations["makeQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["quote"];
        put?: never;
        post?: never;
        /** @description Lets everything go that a quote keeps aside. Letting go again changes nothing. */
        delete: operations["releaseQuote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/quotes/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The same basket priced anew, as a quote of its own, and the old one let go: for a quote that is over or whose prices have changed. */
        post: operations["quoteAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/quotes/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Makes the order: spends, uses, earns and tells it, all or nothing. The same commit again answers the same order. A quote that is over, or whose prices have changed, is refused with what it would come to now. */
        post: operations["commitQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/quotes/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends the customer a one-time code, which the commit then names. */
        post: operations["askProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSlips"];
        put?: never;
        /** @description Orders a till has taken while the network was away, each signed (HMAC-SHA256 over `<device>.<sequence>.<body>`, base64url; the body is a SlipOrder as text). Each is posted once however often it is sent; what cannot be honoured any more waits for review, and nothing is lost. */
        post: operations["sendSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till/slips/{device}/{sequence}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Somebody has looked at what could not be honoured, and done about it what there was to do. */
        post: operations["reviewSlip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The traits that were declared, and those people have without. */
        get: operations["traits"];
        /** @description Says what a trait is: from then on other values are refused, and what was told before stays as it was. A title in one language stands for both. */
        put: operations["declareTrait"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/traits/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description An archived trait is no longer asked for and no longer checked; it keeps its name. */
        post: operations["archiveTrait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/traits/fit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description How many people have a value that this declaration would not take. Nothing is written. */
        post: operations["fitOfTrait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/traits/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Whether a trait that was not declared is refused. At first it is taken. */
        put: operations["changeTraitPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["vocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/what-if/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The people who would stand elsewhere under a draft, each with the reason, a page at a time. A page may be short and have a next one: it looks at people for some seconds at most. */
        post: operations["whatIfPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            /** @enum {string} */
            digits: "language" | "persian" | "latin";
            email: string;
            /** @enum {string} */
            language: "fa" | "en";
            name: string;
            secondFactor: boolean;
        };
        Advice: {
            asOf: number;
            assumptions: {
                /** @description The share of the difference that climbing itself makes. People who climb differ from others already before. */
                causalShare: number;
                /** @description What it costs to spend on one person once, minor units. Null: not said, and nothing can be put in order. */
                costPerPerson: number | null;
                /** @description A year: 0.2 makes a year’s 120 worth 100 today. */
                discountRate: number;
                /** @description How much of that the next time still does: 0.5 is half as much. */
                fade: number;
                /** @description For how long what somebody leaves counts; not longer than was seen. */
                horizonMonths: number;
                /** @description Of those who would not climb anyway, the share that does when money is spent on them once. */
                lift: number;
                /** @description Of revenue, where no unit costs are known. */
                marginRate: number;
            };
            /** @description What was compared: when, over how long, at which margin, who. */
            basis: {
                asOf: number;
                /** @description For so many days after that it was added up what they left. */
                evidenceDays: number;
                margin: {
                    /** @description The share of revenue whose margin comes from unit costs; the rest by the rate. */
                    costedShare: number;
                    rate: number;
                    /** @enum {string} */
                    rateFrom: "stated" | "assumed";
                };
                /** @description The day in the past on which everybody is looked at. */
                past: number;
                rungs: number;
                types: string[];
                /** @description Who was higher so many days later has climbed. */
                windowDays: number;
            };
            /**
             * @description Only an experiment tells what climbing itself does; `causalShare` is taken off for it.
             * @constant
             */
            caution: "people_who_climb_differ";
            plan: {
                budget: number;
                climbs: number;
                gain: number;
                /** @description What is better kept: nothing it could be spent on brings back more than it costs. */
                left: number;
                spend: number;
                /** @description In the order in which to spend, the best first. */
                steps: {
                    /** @description Climbs expected beyond those that come anyway. */
                    climbs: number;
                    gain: number;
                    people: number;
                    recency: number;
                    /** @description Expected gain for each unit of money. */
                    returned: number;
                    /** @description 1: the first time money is spent on these people. */
                    round: number;
                    rung: number;
                    spend: number;
                    type: number;
                }[];
            } | null;
            steps: {
                byRecency: {
                    /** @description The share that climbs within the window without anything being spent. */
                    anyway: number;
                    /** @description What one of them would leave more, one rung higher, under the assumptions; minor units. */
                    gain: number;
                    /** @description 95 in 100, for the past differing by chance alone. */
                    high: number;
                    low: number;
                    /** @description The most it is sensible to spend for one climb; minor units. */
                    mostPerClimb: number;
                    /** @description And on one of them once, since few climb because of it. */
                    mostPerPerson: number;
                    overDays: number | null;
                    /** @description Who stand there today. */
                    people: number;
                    recency: number;
                    /** @description So many times it is sensible to spend on the same person, a window apart. Null: no cost for one was said. */
                    rounds: number | null;
                    /** @description The last order over and up to so many days ago; both null: never ordered. */
                    upToDays: number | null;
                    /**
                     * @description `unsure`: probably, and nought is within the interval. `not_worth`: no gain was seen.
                     * @enum {string}
                     */
                    verdict: "worth" | "unsure" | "not_worth";
                }[];
                byType: {
                    /** @description The share that climbs within the window without anything being spent. */
                    anyway: number;
                    /** @description What one of them would leave more, one rung higher, under the assumptions; minor units. */
                    gain: number;
                    /** @description 95 in 100, for the past differing by chance alone. */
                    high: number;
                    low: number;
                    /** @description The most it is sensible to spend for one climb; minor units. */
                    mostPerClimb: number;
                    /** @description And on one of them once, since few climb because of it. */
                    mostPerPerson: number;
                    /** @description Who stand there today. */
                    people: number;
                    /** @description So many times it is sensible to spend on the same person, a window apart. Null: no cost for one was said. */
                    rounds: number | null;
                    type: number;
                    /**
                     * @description `unsure`: probably, and nought is within the interval. `not_worth`: no gain was seen.
                     * @enum {string}
                     */
                    verdict: "worth" | "unsure" | "not_worth";
                }[];
                climbed: number;
                /** @description False: fewer than 30 climbed or stayed, and nothing is said. */
                enough: boolean;
                overall: components["schemas"]["StepWorth"] | null;
                rung: number;
                /** @description People of the past whom this rests on. */
                stayed: number;
                /** @description So many days after the last order it is no longer worth it. Null: no such day was found. */
                stopAfterDays: number | null;
            }[];
        };
        AnnualAward: {
            givenAt: number;
            givenBy: string;
            isPublic: boolean;
            name: string | null;
            person: number;
            place: number;
            score: number;
            title: {
                en: string;
                fa: string;
            };
            year: number;
        };
        ApiKey: {
            id: number;
            /** @description To the minute. */
            lastUsedAt: number | null;
            madeAt: number;
            madeBy: string;
            name: string;
            revokedAt: number | null;
            scopes: string[];
        };
        Appreciation: {
            /** @description Orders kept. */
            orders: number;
            parts: {
                factCount: number;
                /** @description The newest facts it rests on. */
                facts: number[];
                /** @description What would be the full score, in the same measure. */
                full: number;
                key: string;
                measured: number | null;
                name: {
                    en: string;
                    fa: string;
                };
                /** @description Null: nothing is known, and the part weighs nothing. */
                score: number | null;
                signs?: boolean[];
                weight: number;
            }[];
            person: number;
            /** @description 0 to 100. */
            score: number;
            /** @description What they came to, in minor units. */
            spent: number;
        };
        AppreciationRule: {
            parts: {
                key: string;
                name: components["schemas"]["Words"];
                of: {
                    /** @constant */
                    kind: "rung";
                    ladder: string;
                } | {
                    full: number;
                    /** @constant */
                    kind: "tenure";
                } | {
                    full: number;
                    /** @constant */
                    kind: "orders";
                } | {
                    full: number;
                    /** @constant */
                    kind: "spent";
                } | {
                    /** @constant */
                    kind: "on-time";
                    least: number;
                } | {
                    full: number;
                    /** @constant */
                    kind: "referrals";
                } | {
                    /** @constant */
                    kind: "cooperation";
                    signs: {
                        holds: components["schemas"]["Criteria"];
                        name: components["schemas"]["Words"];
                        weight: number;
                    }[];
                };
                weight: number;
            }[];
        };
        AppreciationRuleInput: {
            parts: {
                key: string;
                name: components["schemas"]["WordsInput"];
                of: {
                    /** @constant */
                    kind: "rung";
                    ladder: string;
                } | {
                    full: number;
                    /** @constant */
                    kind: "tenure";
                } | {
                    full: number;
                    /** @constant */
                    kind: "orders";
                } | {
                    full: number;
                    /** @constant */
                    kind: "spent";
                } | {
                    /** @constant */
                    kind: "on-time";
                    least: number;
                } | {
                    full: number;
                    /** @constant */
                    kind: "referrals";
                } | {
                    /** @constant */
                    kind: "cooperation";
                    signs: {
                        holds: components["schemas"]["CriteriaInput"];
                        name: components["schemas"]["WordsInput"];
                        weight: number;
                    }[];
                };
                weight: number;
            }[];
        };
        Baskets: {
            asOf: number;
            baskets: number;
            items: number;
            meanItems: number | null;
            most: {
                baskets: number;
                item: string;
                share: number | null;
            }[];
            next: {
                found: number;
                frequentItems: number;
                minimumCount: number;
                minimumPeople: number;
                of: number;
                rules: {
                    confidence: number;
                    conviction: number | null;
                    count: number;
                    from: string;
                    fromCount: number;
                    leverage: number;
                    lift: number;
                    p: number;
                    people: number;
                    q: number;
                    support: number;
                    to: string;
                    toCount: number;
                }[];
                shortBy: number;
                tests: number;
                /** @enum {string} */
                unit: "basket" | "person";
            };
            orderDays: number;
            together: {
                found: number;
                frequentItems: number;
                minimumCount: number;
                minimumPeople: number;
                of: number;
                rules: {
                    confidence: number;
                    conviction: number | null;
                    count: number;
                    from: string;
                    fromCount: number;
                    leverage: number;
                    lift: number;
                    p: number;
                    people: number;
                    q: number;
                    support: number;
                    to: string;
                    toCount: number;
                }[];
                shortBy: number;
                tests: number;
                /** @enum {string} */
                unit: "basket" | "person";
            };
        };
        Because: {
            holds: boolean;
            /** @enum {string} */
            kind: "all" | "any";
            parts: components["schemas"]["Because"][];
        } | {
            holds: boolean;
            /** @constant */
            kind: "not";
            part: components["schemas"]["Because"];
        } | {
            condition: components["schemas"]["Condition"];
            /** @description How many facts made it in all. */
            factCount: number;
            /** @description The newest facts that made the value. */
            facts: number[];
            holds: boolean;
            /** @constant */
            kind: "condition";
            measured: string | number | boolean | null;
        };
        BudgetUse: {
            /** @enum {string} */
            counts: "money" | "uses" | "units";
            /** @description Kept aside by open quotes. */
            held: number;
            /** @description The counter: what entries and claims name it by. */
            key: string;
            /** @description Null: it is counted and has no limit. */
            limit: number | null;
            name: {
                en: string;
                fa: string;
            } | null;
            /** @enum {string} */
            of: "offer" | "month" | "club";
            /** @description The offer it bounds; null: all offers, or rules of the club. */
            offer: string | null;
            used: number;
        };
        BusinessSettings: {
            /** @enum {string} */
            calendar: "jalali" | "gregorian";
            currency: string;
            /** @description True: amounts were told in it, so that it cannot be changed any more. */
            currencyFixed: boolean;
            /** @description MM-DD in the calendar of the business. */
            fiscalYearStart: string;
            /** @enum {string} */
            kind: "shop" | "online_shop" | "cafe" | "restaurant" | "beauty" | "clinic" | "gym" | "education" | "services" | "wholesale" | "other";
            /** @enum {string} */
            language: "fa" | "en";
            name: string;
            revision: number;
            slug: string;
            /** @enum {string} */
            unit: "rial" | "toman" | "major";
            /** @description Days off, Saturday 0 to Friday 6. */
            weekend: number[];
            zone: string;
        };
        Cadence: {
            among: number | null;
            asOf: number;
            classes: {
                people: number;
                revenue: number;
                revenueShare: number | null;
                /** @enum {string} */
                rhythm: "first_order_only" | "in_time" | "due" | "late" | "very_late";
                share: number | null;
            }[];
            gaps: number;
            histogram: {
                from: number;
                gaps: number;
                share: number | null;
                to: number | null;
            }[];
            people: number;
            priorGaps: number;
            quantiles: {
                p10: number;
                p25: number;
                p50: number;
                p75: number;
                p90: number;
            } | null;
            repeaters: number;
            usualGap: number | null;
            within: number | null;
        };
        Channels: {
            asOf: number;
            byBranch: {
                /** @enum {string} */
                kind: "named" | "unknown" | "others";
                meanOrder: number | null;
                name: string | null;
                newPeople: number;
                orders: number;
                ordersShare: number | null;
                people: number;
                revenue: number;
                revenueShare: number | null;
            }[];
            byChannel: {
                /** @enum {string} */
                kind: "named" | "unknown" | "others";
                meanOrder: number | null;
                name: string | null;
                newPeople: number;
                orders: number;
                ordersShare: number | null;
                people: number;
                revenue: number;
                revenueShare: number | null;
            }[];
            byFirstChannel: {
                /** @enum {string} */
                kind: "named" | "unknown" | "others";
                meanOrder: number | null;
                name: string | null;
                newPeople: number;
                orders: number;
                ordersShare: number | null;
                people: number;
                revenue: number;
                revenueShare: number | null;
            }[];
            from: number | null;
            newPeople: number;
            orders: number;
            people: number;
            revenue: number;
        };
        Club: {
            definition: components["schemas"]["ProgrammeInput"];
            hasDraft: boolean;
            publishedAt: number;
            version: number;
        };
        ClubAccounts: {
            accounts: {
                "card-clearing"?: {
                    code: string;
                    name: string;
                };
                "card-liability"?: {
                    code: string;
                    name: string;
                };
                "debts-recovered"?: {
                    code: string;
                    name: string;
                };
                "deferred-revenue"?: {
                    code: string;
                    name: string;
                };
                "marketing-cost"?: {
                    code: string;
                    name: string;
                };
                "opening-balance"?: {
                    code: string;
                    name: string;
                };
                "points-provision"?: {
                    code: string;
                    name: string;
                };
                "points-redeemed"?: {
                    code: string;
                    name: string;
                };
                "points-revenue"?: {
                    code: string;
                    name: string;
                };
                receivable?: {
                    code: string;
                    name: string;
                };
                sales?: {
                    code: string;
                    name: string;
                };
                unclaimed?: {
                    code: string;
                    name: string;
                };
            };
            changedAt: number | null;
            changedBy: string | null;
            revision: number;
        };
        ClubBookCohort: {
            /** @description The month of earning. */
            cohort: string;
            /** @description Contract liability: kept less recognised. */
            contract: number;
            /** @description Minor units. */
            deferred: number;
            earned: number;
            /** @description Units expected to be redeemed at last, those to date included. */
            expected: number;
            expired: number;
            /** @description Deferred, less what went back with goods. */
            kept: number;
            /** @enum {string} */
            nature: "sale" | "gift" | "opening" | "paid";
            open: number;
            /** @description What part of the open units is expected to be redeemed, in parts of a million. */
            openRate: number;
            /** @description What was paid in the sales that gave them. */
            price: number;
            /** @description Minor units. */
            provision: number;
            /** @description Minor units. */
            recognised: number;
            redeemed: number;
            reversed: number;
            /** @description Open units · cost · expected rate. */
            stock: number;
        };
        ClubCardsOfAge: {
            /** @enum {string} */
            age: "to-90" | "to-180" | "to-365" | "to-730" | "older";
            /** @description Minor units. */
            balance: number;
            cards: number;
            from: number;
            to: number | null;
        };
        ClubClosedMonth: {
            closedAt: number;
            closedBy: string;
            from: string;
            month: string;
            note: string;
            to: string;
        };
        ClubDebtor: {
            person: number;
            since: number | null;
            units: number;
            wallet: string;
        };
        ClubDraft: {
            baseVersion: number | null;
            definition: components["schemas"]["ProgrammeInput"];
            editedAt: number;
            editedBy: string;
            /** @description Everything that keeps it from being published. */
            faults: components["schemas"]["Refusal"][];
            note: string | null;
            /** @description Send it with the next saving. */
            revision: number;
        };
        ClubEstimate: {
            fromMonth: string;
            high: number | null;
            id: number;
            low: number | null;
            madeAt: number;
            madeBy: string;
            /** @description Minor units. */
            provision: number;
            /** @description In parts of a million. */
            rate: number;
            reason: string;
            /** @description What it moved when it was made: revenue, more or less. */
            revenue: number;
            /** @enum {string} */
            source: "stated" | "cohorts";
            wallet: string;
        };
        ClubEvaluation: {
            /** @description Each campaign with a control group: those it was for, and those who were held out of it by lot. */
            campaigns: {
                campaign: string;
                given: {
                    buyers: number;
                    orders: number;
                    people: number;
                    revenue: number;
                };
                held: {
                    buyers: number;
                    orders: number;
                    people: number;
                    revenue: number;
                };
            }[];
            day: string;
            figures: {
                buyers: number;
                cost: number;
                earned: number;
                members: number;
                orders: number;
                repeaters: number;
                revenue: number;
                spent: number;
            };
            goals: {
                from: number | null;
                key: string;
                /** @description Null: nothing can be measured yet. */
                now: number | null;
                reached: boolean;
                target: number;
            }[];
            /** @description The stretch the figures are of: from here to the day. */
            since: number;
            version: number;
        };
        ClubForecast: {
            days: number;
            expiring: number | null;
            redeemed: number | null;
            /** @description What expires if nothing is spent. */
            scheduled: number;
        };
        ClubMoneyRolled: {
            /** @description Minor units. */
            added: number;
            /** @description Minor units. */
            closing: number;
            /** @description Minor units. */
            opening: number;
            /** @description Minor units. */
            released: number;
            /** @description Minor units. */
            returned: number;
            /** @description Minor units. */
            trueUp: number;
        };
        ClubPaying: {
            /** @description Minor units. */
            cost: number;
            earned: number;
            entries: number;
            givenBack: number;
            name: string;
            redeemed: number;
            reversed: number;
            wallet: string;
        };
        ClubRedemptionEstimate: {
            breakage: {
                /** @description In parts of a million. */
                high: number;
                /** @description In parts of a million. */
                low: number;
                /** @description In parts of a million. */
                rate: number;
            };
            cohorts: number;
            /** @description By the chain-ladder, as far as the oldest cohort was seen. */
            ladder: {
                /** @description In parts of a million. */
                high: number;
                /** @description In parts of a million. */
                low: number;
                /** @description In parts of a million. */
                rate: number;
            } | null;
            missing: ("cohorts" | "redemptions") | null;
            remaining: {
                age: number;
                /** @description In parts of a million. */
                high: number;
                /** @description In parts of a million. */
                low: number;
                /** @description In parts of a million. */
                rate: number;
            }[];
            /** @description The oldest age in months that was seen whole. */
            seenTo: number;
            /** @enum {string} */
            source: "cohorts" | "assumed";
            /** @description Ultimate redemption rate of what is earned. */
            urr: {
                /** @description In parts of a million. */
                high: number;
                /** @description In parts of a million. */
                low: number;
                /** @description In parts of a million. */
                rate: number;
            };
        };
        ClubRolled: {
            /** @description With its sign. */
            adjusted: number;
            closing: number;
            /** @description The proof: what was rolled less what the lots come to. 0, or something is wrong; null: not proved. */
            difference: number | null;
            earned: number;
            expired: number;
            givenBack: number;
            opening: number;
            /** @description Taken back with goods that came back. */
            reversed: number;
            spent: number;
            /** @description With its sign; over all holders it comes to nothing. */
            transferred: number;
            /** @description What should have been taken back and was given up. */
            writtenOff: number;
        };
        ClubSimulation: {
            done: number;
            endedAt: number | null;
            id: number;
            madeAt: number;
            madeBy: string;
            result: components["schemas"]["ClubSimulationResult"] | null;
            /** @description The revision of the draft that is tried. */
            revision: number;
            settings: {
                from: number;
                marginRate: number | null;
                spends: number;
                to: number;
            };
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "stopped";
            total: number;
        };
        ClubSimulationResult: {
            /** @description Budgets and caps of everybody together, and what would have been asked of them. */
            bounds: {
                asked: number;
                key: string;
                limit: number;
            }[];
            figures: {
                buyers: number;
                cost: number;
                earned: number;
                members: number;
                orders: number;
                repeaters: number;
                revenue: number;
                spent: number;
            };
            goals: {
                from: number | null;
                key: string;
                /** @description Null: nothing can be measured yet. */
                now: number | null;
                reached: boolean;
                target: number;
            }[];
            levels: {
                earned: number;
                ladder: string | null;
                orders: number;
                place: string;
                revenue: number;
            }[];
            liability: number;
            margin: {
                after: number;
                before: number;
            } | null;
            months: {
                earned: number;
                expired: number;
                liability: number;
                month: string;
                orders: number;
                revenue: number;
                reversed: number;
                spent: number;
            }[];
            most: {
                orders: number;
                person: number;
                worth: number;
            }[];
            people: number;
            rules: {
                people: number;
                rule: string;
                times: number;
                units: number;
                worth: number;
            }[];
            rungs: {
                earned: number;
                ladder: string | null;
                orders: number;
                place: string;
                revenue: number;
            }[];
            wallets: {
                debt: number;
                earned: number;
                expired: number;
                outstanding: number;
                reversed: number;
                spent: number;
                wallet: string;
                worth: number;
            }[];
        };
        ClubTerms: {
            /** @description What units cost the business when they are redeemed. */
            cost: {
                /** @description What so many units come to, minor units. */
                amount: number;
                points: number;
            };
            fromMonth: string;
            id: number;
            madeAt: number;
            madeBy: string;
            /** @enum {string} */
            method: "exact" | "whole-percent";
            reason: string;
            /** @description What they would sell for beside the goods: their face value. */
            standAlone: {
                /** @description What so many units come to, minor units. */
                amount: number;
                points: number;
            };
            wallet: string;
        };
        ClubTrueUpTried: {
            high: number | null;
            low: number | null;
            /** @description Minor units. */
            provision: number;
            /** @description In parts of a million. */
            rate: number;
            /** @description In parts of a million. */
            rateBefore: number;
            /** @description Minor units. */
            revenue: number;
        };
        ClubVersion: {
            definition: components["schemas"]["ProgrammeInput"];
            publishedAt: number;
            version: number;
        };
        ClubWalletMonth: {
            /** @enum {string} */
            costFrom: "stated" | "assumed";
            debtUnits: number;
            /** @description What members owe, never taken off what they are owed. */
            debts: number;
            /** @description Deferred revenue (IFRS 15) of units earned with sales. */
            deferred: components["schemas"]["ClubMoneyRolled"];
            /**
             * @description `card`: the gift cards together.
             * @enum {string}
             */
            holder: "person" | "card";
            /** @description What units given without a sale will cost; on gift cards, what is owed. */
            provision: components["schemas"]["ClubMoneyRolled"];
            /** @description In parts of a million. */
            rate: number;
            /** @enum {string} */
            rateFrom: "stated" | "cohorts" | "assumed";
            rolled: components["schemas"]["ClubRolled"];
            /** @description What all open units will cost. */
            stock: number;
            /** @description Orders that earned and whose price nobody told: nothing is deferred for them. */
            unpriced: number;
            vouchers: {
                /** @description Minor units. */
                amount: number;
                /** @enum {string} */
                kind: "deferral" | "deferral-returned" | "revenue" | "revenue-true-up" | "provision" | "provision-used" | "provision-true-up" | "opening" | "debts" | "cards-sold" | "cards-given" | "cards-used" | "cards-returned" | "cards-refunded" | "cards-expired";
            }[];
            wallet: string;
        };
        Cohorts: {
            asOf: number;
            /** @enum {string} */
            calendar: "jalali" | "gregorian";
            cohorts: {
                complete: boolean;
                from: number;
                mayBeOlder: boolean;
                month: number;
                periods: {
                    complete: boolean;
                    cumulative: number;
                    month: number;
                    people: number;
                    perPerson: number;
                    retention: number | null;
                    revenue: number;
                }[];
                size: number;
                year: number;
            }[];
            earlier: number;
            firstSeen: number | null;
            ninthGap: number | null;
            people: number;
            together: {
                month: number;
                of: number;
                people: number;
                perPerson: number;
                retention: number | null;
            }[];
        };
        Condition: {
            atLeast?: number;
            atMost?: number;
            /** @constant */
            kept?: true;
            /** @constant */
            measure: "count";
            of: string | string[];
            /** @constant */
            open?: true;
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            kept?: true;
            /** @constant */
            measure: "sum";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            measure: "average";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            measure: "max";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            measure: "min";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            measure: "distinct";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            /** @constant */
            measure: "daysSinceFirst";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
        } | {
            atLeast?: number;
            atMost?: number;
            /** @constant */
            measure: "daysSinceLast";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            is?: string | number | boolean;
            /** @constant */
            measure: "latest";
            of: string | string[];
            oneOf?: (string | number | boolean)[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
        } | {
            atLeast?: number;
            atMost?: number;
            is?: string | number | boolean;
            /** @constant */
            measure: "trait";
            oneOf?: (string | number | boolean)[];
            trait: string;
        } | {
            /** @constant */
            measure: "tag";
            tag: string;
        };
        ConditionInput: {
            atLeast?: number;
            atMost?: number;
            /** @constant */
            kept?: true;
            /** @constant */
            measure: "count";
            of: string | string[];
            /** @constant */
            open?: true;
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            kept?: true;
            /** @constant */
            measure: "sum";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            measure: "average";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            measure: "max";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            measure: "min";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            /** @constant */
            measure: "distinct";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
            within?: {
                days: number;
            } | {
                months: number;
            } | {
                years: number;
            };
        } | {
            atLeast?: number;
            atMost?: number;
            /** @constant */
            measure: "daysSinceFirst";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
        } | {
            atLeast?: number;
            atMost?: number;
            /** @constant */
            measure: "daysSinceLast";
            of: string | string[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
        } | {
            atLeast?: number;
            atMost?: number;
            field: string;
            is?: string | number | boolean;
            /** @constant */
            measure: "latest";
            of: string | string[];
            oneOf?: (string | number | boolean)[];
            where?: {
                atLeast?: number;
                atMost?: number;
                field: string;
                is?: string | number | boolean;
                not?: string | number | boolean;
                oneOf?: (string | number | boolean)[];
            }[];
        } | {
            atLeast?: number;
            atMost?: number;
            is?: string | number | boolean;
            /** @constant */
            measure: "trait";
            oneOf?: (string | number | boolean)[];
            trait: string;
        } | {
            /** @constant */
            measure: "tag";
            tag: string;
        };
        Cost: {
            amount: number;
            campaign: string | null;
            changedAt: number;
            changedBy: string;
            channel: string | null;
            from: string;
            id: number;
            imported: boolean;
            kind: string;
            madeAt: number;
            madeBy: string;
            note: string;
            revision: number;
            to: string;
        };
        CostsImported: {
            added: number;
            /** @description Lines that could not be read, the first hundred of them. */
            faults: {
                code: string;
                field: string | null;
                line: number;
                sentence: string;
            }[];
            faulty: number;
            /** @description Lines that were imported before; nothing was changed for them. */
            known: number;
        };
        Criteria: {
            all: components["schemas"]["Criteria"][];
        } | {
            any: components["schemas"]["Criteria"][];
        } | {
            not: components["schemas"]["Criteria"];
        } | components["schemas"]["Condition"];
        CriteriaInput: {
            all: components["schemas"]["CriteriaInput"][];
        } | {
            any: components["schemas"]["CriteriaInput"][];
        } | {
            not: components["schemas"]["CriteriaInput"];
        } | components["schemas"]["ConditionInput"];
        CustomerTypes: {
            asOf: number;
            discountShare: number | null;
            discountsTold: boolean;
            linesKnown: number | null;
            people: number;
            pronenessTenths: number[];
            revenue: number;
            rules: {
                contactsBelow: number;
                contactsPrior: {
                    a: number;
                    b: number;
                    fitted: boolean;
                };
                discountFrom: number;
                discountPrior: {
                    a: number;
                    b: number;
                    fitted: boolean;
                };
                loyalFrom: number;
                loyalSilence: number;
                mixedFrom: number;
                mixedPrior: {
                    a: number;
                    b: number;
                    fitted: boolean;
                };
                needWithin: number;
                usualGap: number | null;
            };
            types: {
                ordersShare: number | null;
                people: number;
                revenue: number;
                revenueShare: number | null;
                share: number | null;
                /** @enum {string} */
                type: "discount-led" | "loyal" | "impulse" | "need-led" | "wandering";
            }[];
            withoutOrder: number;
        };
        Deed: {
            about: {
                id: string;
                kind: string;
            } | null;
            at: number;
            by: {
                /** @enum {string} */
                kind: "staff" | "key" | "program";
                name: string;
            };
            deed: string;
            detail: {
                [key: string]: string | number | boolean | null;
            };
            id: number;
        };
        DefinitionInput: {
            key: string;
            /** @constant */
            kind: "ladder";
            name: components["schemas"]["WordsInput"];
            rungs: {
                enter?: components["schemas"]["CriteriaInput"];
                grace?: {
                    days: number;
                } | {
                    months: number;
                } | {
                    years: number;
                };
                key: string;
                meaning?: {
                    feels: components["schemas"]["WordsInput"];
                    helps: components["schemas"]["WordsInput"];
                    who: components["schemas"]["WordsInput"];
                };
                name: components["schemas"]["WordsInput"];
                stay?: components["schemas"]["CriteriaInput"];
            }[];
        } | {
            classes: {
                key: string;
                meaning?: {
                    feels: components["schemas"]["WordsInput"];
                    helps: components["schemas"]["WordsInput"];
                    who: components["schemas"]["WordsInput"];
                };
                name: components["schemas"]["WordsInput"];
                when?: components["schemas"]["CriteriaInput"];
            }[];
            key: string;
            /** @constant */
            kind: "typology";
            name: components["schemas"]["WordsInput"];
        };
        Experiment: {
            assigned: {
                held: number;
                treated: number;
            };
            changedAt: number;
            changedBy: string;
            definition: components["schemas"]["ExperimentDefinition"];
            id: number;
            madeAt: number;
            madeBy: string;
            revision: number;
            startedAt: number | null;
            /**
             * @description `stopped`: nobody new is assigned; it is still read.
             * @enum {string}
             */
            state: "draft" | "running" | "stopped";
            stoppedAt: number | null;
        };
        ExperimentAssigned: {
            /** @description In the order asked for. */
            assignments: {
                /** @description Null: nobody has this number. */
                arm: ("held" | "treated") | null;
                isNew: boolean;
                personId: number;
            }[];
            /** @description Of a segment: give it back as `after` for the next of its people. */
            next: string | null;
        };
        ExperimentDefinition: {
            /** @description What treating one person costs, taken off what they bring; minor units. */
            costPerTreated: number;
            /** @description Ten-thousandths of the people who are held back. */
            held: number;
            hypothesis: string;
            /** @description For `climbs`: which ladder. */
            ladder: string | null;
            name: string;
            /** @enum {string} */
            outcome: "orders" | "margin" | "climbs";
            /** @description How many are meant to take part and which effect is hoped for. */
            plan: {
                lift: number;
                measured: {
                    base: number;
                    /** @constant */
                    what: "share";
                } | {
                    deviation: number;
                    mean: number;
                    /** @constant */
                    what: "amount";
                };
                people: number;
            } | null;
            /** @description For `climbs`: the rung to reach, or any above. */
            rung: string | null;
            /** @description For so long after they are assigned it is looked at what people do. */
            windowDays: number;
        };
        ExperimentDefinitionInput: {
            /** @description What treating one person costs, taken off what they bring; minor units. */
            costPerTreated: number;
            /** @description Ten-thousandths of the people who are held back. */
            held: number;
            hypothesis: string;
            /** @description For `climbs`: which ladder. */
            ladder: string | null;
            name: string;
            /** @enum {string} */
            outcome: "orders" | "margin" | "climbs";
            /** @description How many are meant to take part and which effect is hoped for. */
            plan: {
                lift: number;
                measured: {
                    base: number;
                    /** @constant */
                    what: "share";
                } | {
                    deviation: number;
                    mean: number;
                    /** @constant */
                    what: "amount";
                };
                people: number;
            } | null;
            /** @description For `climbs`: the rung to reach, or any above. */
            rung: string | null;
            /** @description For so long after they are assigned it is looked at what people do. */
            windowDays: number;
        };
        ExperimentReading: {
            adjusted: {
                /** @enum {string} */
                by: "margin_before" | "expected_margin";
                correlation: number;
                /** @description How much smaller the variance is, 0 to 1. */
                reduction: number;
            } | null;
            assigned: {
                held: number;
                treated: number;
            };
            at: number;
            /** @description The share of people who reached the rung. */
            climbs: components["schemas"]["Uplift"] | null;
            /** @description Those whose window is over. All of them count, reached or not (intention to treat). */
            counted: {
                held: number;
                treated: number;
            };
            /** @description People merged out of two who were in both arms; counted by the first assignment. */
            crossed: number;
            /** @description Margin less the cost of treating, minor units a person; winsorised, and with less noise where `adjusted`. */
            margin: components["schemas"]["Uplift"] | null;
            /** @description The same of the amounts as they are. */
            marginPlain: components["schemas"]["Uplift"] | null;
            marginRate: number;
            measurability: components["schemas"]["Measurability"] | null;
            /** @description The share of people who ordered. */
            orders: components["schemas"]["Uplift"] | null;
            ratio: {
                /** @description The arms are not as large as the draw makes them: nothing else here can be believed. */
                alarm: boolean;
                chiSquare: number;
                expectedHeld: number;
                held: number;
                p: number;
                treated: number;
            };
            /** @description What treating those treated has brought in all, by the interval that holds at every look; minor units. */
            total: {
                expected: number;
                high: number;
                low: number;
            } | null;
            /**
             * @description `faulty`: the arms are not as the draw made them. `open`: cannot be told yet.
             * @enum {string}
             */
            verdict: "faulty" | "too_early" | "open" | "more" | "less";
            winsorisedAbove: number | null;
        };
        Explanation: {
            /** @description Where time alone takes them if nothing new happens; null: nowhere in the next five years. */
            ahead: {
                at: number;
                because: components["schemas"]["Because"] | null;
                /** @enum {string} */
                cause: "fact" | "time" | "pin" | "unpin";
                rung: string;
            } | null;
            asOf: string;
            because: components["schemas"]["Because"] | null;
            gap: components["schemas"]["Gap"] | null;
            highest: string | null;
            ladder: string;
            moves: {
                at: number;
                because: components["schemas"]["Because"] | null;
                /** @enum {string} */
                cause: "fact" | "time" | "pin" | "unpin";
                from: string;
                recordedAt: number | null;
                superseded: boolean;
                to: string;
            }[];
            next: {
                because: components["schemas"]["Because"];
                rung: string;
            } | null;
            person: {
                id: number;
                name: string | null;
            };
            pinned: {
                by: string;
                reason: string;
                until: number;
            } | null;
            /** @description Null before the business knew them. */
            rung: string | null;
            since: number;
            until: number | null;
            version: number;
        };
        Fit: {
            /** @description That was everything there is. */
            all: boolean;
            examples: {
                field: string;
                person: number | null;
                times: number;
                value: string | number | boolean;
            }[];
            /** @description How many people, or facts, have a value. */
            having: number;
            /** @description So many of the newest were looked at. */
            looked: number;
            /** @description How many of these would not be taken today; they stay as they are. */
            misfits: number;
        };
        Gap: {
            at: number;
            before: number | null;
            steps: ({
                condition: components["schemas"]["Condition"];
                /** @enum {string} */
                kind: "facts" | "amount" | "distinct";
                more: number;
            } | {
                condition: components["schemas"]["Condition"];
                /** @constant */
                kind: "value";
                value: string | number | boolean;
            } | {
                condition: components["schemas"]["Condition"];
                /** @constant */
                kind: "wait";
                until: number;
            })[];
        };
        GiftCard: {
            /** @description What can be spent of it now, in minor units. */
            available: number;
            changedAt: number;
            changedBy: string;
            expiresAt: number | null;
            id: number;
            madeAt: number;
            madeBy: string;
            note: string;
            /** @description Whose it is; null: of whoever has the code. */
            person: number | null;
            revision: number;
            /** @enum {string} */
            state: "active" | "frozen" | "refunded";
            /** @description The last four signs of its code. */
            tail: string;
        };
        GiftCardDetails: {
            card: components["schemas"]["GiftCard"];
            changes: {
                at: number;
                by: string;
                from: number | null;
                reason: string;
                to: number | null;
                /** @enum {string} */
                what: "frozen" | "unfrozen" | "transferred" | "recoded" | "refunded";
            }[];
            loads: {
                amount: number;
                at: number;
                by: string;
                order: string | null;
                paid: boolean;
                /** @description 1: the purchase of the card itself. */
                place: number;
                refunded: number | null;
                refundedAt: number | null;
            }[];
        };
        GiftCardTold: {
            card: components["schemas"]["GiftCard"];
            /** @description Told this once. Null in the answer to a repetition: give the card a new code. */
            code: string | null;
        };
        Health: {
            database: boolean;
            /** @constant */
            live: true;
        };
        Hook: {
            changedAt: number;
            changedBy: string;
            /** @description When something arrived last, to the minute. */
            deliveredAt: number | null;
            description: string;
            enabled: boolean;
            /** @description Types of facts, `person.moved`, `person.segment_changed`; families (`order.*`); or `*`. */
            events: string[];
            /** @description Messages given up, in the last thirty days; 1,000 means that many or more. */
            failed: number;
            /** @description Since when nothing has arrived. Null: what was sent last has. */
            failingSince: number | null;
            id: number;
            madeAt: number;
            madeBy: string;
            offAt: number | null;
            /** @description `gone`: its address answered 410. `failing`: nothing arrived for five days. */
            offBecause: ("staff" | "gone" | "failing") | null;
            /** @description Until then messages bear a signature by the secret before as well. */
            oldSecretUntil: number | null;
            revision: number;
            url: string;
            /** @description Messages still to be delivered; 1,000 means that many or more. */
            waiting: number;
        };
        HookMessage: {
            attempts: number;
            doneAt: number | null;
            /** @description Why there is no status: `timeout`, `connection_failed`, `name_unknown`, `tls_failed`, `address_refused`, `hook_off`. */
            error: string | null;
            event: string;
            id: number;
            madeAt: number;
            nextAt: number | null;
            personId: number | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            /** @description What the last attempt was answered with. */
            status: number | null;
            /** @description The `webhook-id`: the same with each attempt, by which a repetition is known. */
            token: string;
        };
        HookMessageOpened: {
            attempts: number;
            /** @description The text that is signed and sent. */
            body: string;
            doneAt: number | null;
            /** @description Why there is no status: `timeout`, `connection_failed`, `name_unknown`, `tls_failed`, `address_refused`, `hook_off`. */
            error: string | null;
            event: string;
            id: number;
            madeAt: number;
            nextAt: number | null;
            personId: number | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            /** @description What the last attempt was answered with. */
            status: number | null;
            /** @description The `webhook-id`: the same with each attempt, by which a repetition is known. */
            token: string;
            /** @description The attempts, the latest first. */
            tried: {
                at: number;
                attempt: number;
                error: string | null;
                /** @description The first kilobyte of the answer. */
                response: string | null;
                status: number | null;
                tookMs: number;
            }[];
        };
        Import: {
            bytes: number;
            changedAt: number;
            /** @description Whether the file is there, to go on with it or to read it once more. */
            fileKept: boolean;
            fileName: string;
            id: number;
            madeAt: number;
            madeBy: string;
            mapping: components["schemas"]["Mapping"];
            progress: {
                /** @enum {string} */
                phase: "reading" | "writing" | "climbing";
                rows: number;
                rowsPerSecond: number;
                rowsTotal: number;
                secondsLeft: number | null;
            };
            refusal: components["schemas"]["Refusal"] | null;
            sha256: string;
            /** @enum {string} */
            state: "proposed" | "running" | "stopped" | "done" | "failed" | "undoing" | "undone";
            stopAsked: boolean;
            summary: components["schemas"]["ImportSummary"] | null;
            undo: {
                /** @description Imports that are read once more, for they told some of the same. */
                again: number[];
                askedAt: number;
                by: string;
                facts: number;
                /** @description Imports that told some of the same and whose file is no longer there. */
                lost: number[];
                people: number;
                /** @enum {string} */
                phase: "facts" | "identifiers" | "names" | "done";
                share: number;
            } | null;
        };
        ImportSummary: {
            lines: number;
            orders: number;
            ordersWithoutCustomer: number;
            people: number;
            refused: number;
            returns: number;
            unchanged: number;
            value: {
                currency: string;
                gross: string;
                net: string;
                returned: string;
            };
        };
        InStudio: {
            archived: {
                at: number;
                by: string;
            } | null;
            draft: {
                /** @description The version in force when the draft was begun. */
                baseVersion: number | null;
                definition: components["schemas"]["DefinitionInput"];
                editedAt: number;
                editedBy: string;
                note: string | null;
                /** @description Send it with the next saving. */
                revision: number;
                version: number;
            } | null;
            key: string;
            /** @enum {string} */
            kind: "ladder" | "typology";
            name: {
                en: string;
                fa: string;
            };
            places: number;
            published: {
                at: number | null;
                by: string | null;
                definition: components["schemas"]["DefinitionInput"];
                version: number;
            } | null;
            publishing: {
                done: number;
                /** @description False where the ladder is computed anew because days or money of the business changed. */
                stoppable: boolean;
                total: number;
                version: number;
            } | null;
        };
        IncomingFactInput: {
            /** @description ISO 8601 with its offset, or epoch milliseconds. */
            at: string | number;
            /** @description Money is an integer in the minor unit of the currency. */
            data?: {
                [key: string]: string | number | boolean;
            };
            /** @description Unique in the source: sending it again changes nothing. */
            key: string;
            person?: {
                anonymous?: string;
                email?: string;
                /** @description The customer number of your own system. */
                external?: string;
                /** @description The number of a person known here; then nothing else. */
                id?: number;
                /** @enum {string} */
                kind?: "person" | "organisation";
                /** @description In any spelling, Persian digits too. */
                mobile?: string;
                name?: string;
            };
            source?: string;
            /** @description A word of the vocabulary, or custom.<name>. */
            type: string;
        };
        InsightModel: {
            asOf: number;
            /** @description The unit of time of the parameters. */
            daysPerUnit: number;
            /**
             * @description `cut`: to what was known at the cut, and tried on what came after it.
             * @enum {string}
             */
            fittedTo: "today" | "cut";
            /** @description Twice what its log-likelihood gains over purchasing without leaving. */
            gain: number;
            holdout: {
                /** @description Orders that came in the horizon after the cut, of everybody together. */
                actual: number;
                /** @description How well it tells who orders again: 0.5 is chance, 1 is certainty. */
                aucActive: number | null;
                /** @description −0.1: a tenth too few were foretold. */
                bias: number | null;
                brier: number;
                /** @description By order days after the first; the last class has that many or more. Mean orders. */
                byOrders: {
                    actual: number;
                    customers: number;
                    predicted: number;
                    x: number;
                }[];
                calibration: {
                    actual: number;
                    foretold: number;
                    from: number;
                    people: number;
                    to: number;
                }[];
                correlation: number;
                mae: number;
                predicted: number;
                rmse: number;
            } | null;
            logLikelihood: number;
            /** @enum {string} */
            name: "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "nbd";
            parameters: {
                [key: string]: number;
            };
            run: number;
            standardErrors: {
                [key: string]: number | null;
            };
            /** @enum {string} */
            verdict: "leaving_found" | "leaving_not_told_from_slow_buying" | "no_leaving_assumed";
        };
        InsightOutcome: {
            bands: {
                atRisk: number | null;
                /** @enum {string} */
                band: "safe" | "watch" | "leaving" | "gone";
                /** @description In the run before; null when there was none. */
                before: number | null;
                people: number;
                valueYear: number | null;
            }[];
            buyers: number;
            chosen: {
                baselines: {
                    aucActive: number | null;
                    /** @enum {string} */
                    name: "days_since_last_order" | "orders_so_far";
                }[];
                /**
                 * @description What told best who orders again. A plain rule: it was as good as every model, and is used.
                 * @enum {string}
                 */
                best: "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "nbd" | "days_since_last_order" | "orders_so_far";
                /**
                 * @description The model by which numbers of orders are foretold.
                 * @enum {string}
                 */
                counts: "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "nbd";
                /** @description The last day the models saw when they were tried on what came after it. */
                cut: number;
                /** @description False: in this data leaving cannot be told from slow buying. */
                leavingFound: boolean;
                /** @description What a score of `best` meant after the cut: the chance of no order, straight between the points. */
                risk: {
                    quiet: number;
                    score: number;
                }[];
                /** @description Whether that is a plain rule. */
                rulesBest: boolean;
                spend: {
                    correlation: number;
                    gamma: number;
                    logLikelihood: number;
                    p: number;
                    q: number;
                    spenders: number;
                    standardErrors: {
                        [key: string]: number | null;
                    };
                } | null;
            } | null;
            /** @description Of the first order; days since 1970-01-01, here and below. */
            firstDay: number | null;
            foretold: {
                atRisk: number | null;
                orders90: number;
                ordersYear: number;
                /** @description Margin of all orders to come from those who are customers now, discounted. */
                residual: number | null;
                topTenPercentShare: number | null;
                value90: {
                    expected: number;
                } | null;
                valueYear: {
                    expected: number;
                } | null;
            } | null;
            lastDay: number | null;
            /** @description What there is too little of to foretell anything; nothing is foretold unless it is empty. */
            missing: {
                /** @description Of `recent_orders`: days since the last one. */
                found: number | null;
                /** @description Of `recent_orders`: an order in so many days. */
                needed: number;
                /** @enum {string} */
                what: "customers" | "days" | "recent_orders" | "repeat_customers" | "days_for_horizon";
            }[];
            notices: {
                /** @description Orders, returns, lines or people; 0 where there is nothing to count. */
                count: number;
                /** @enum {string} */
                what: "orders_without_person" | "orders_without_value" | "returns_of_unknown_orders" | "returns_above_paid" | "lines_of_unknown_orders" | "buyers_without_value" | "no_amounts" | "amounts_depend_on_orders" | "leaving_not_found" | "nothing_to_compare";
            }[];
            /** @description Those who ordered on more than one day. */
            repeaters: number;
            /** @description Of all kept orders, net of what was given back, in minor units. */
            revenue: number;
            /** @description Of processor time that the program spent on it. */
            seconds: number;
            settings: {
                discount: number;
                horizon: number;
                margin: number;
                /** @enum {string} */
                marginFrom: "stated" | "assumed";
            };
        };
        InsightRun: {
            /** @description The last day that is seen, whole; null until it began. */
            asOf: number | null;
            changedAt: number;
            finishedAt: number | null;
            id: number;
            /** @description People looked at in this phase. */
            looked: number;
            madeAt: number;
            madeBy: string;
            outcome: components["schemas"]["InsightOutcome"] | null;
            phase: ("reading" | "fitting" | "writing" | "telling") | null;
            startedAt: number | null;
            /** @enum {string} */
            state: "waiting" | "running" | "stopped" | "failed" | "done";
            stopAsked: boolean;
            /** @description How many were found in another band than before, and a fact told of it. */
            told: number;
            /** @description About how many there will be. */
            total: number | null;
        };
        InsightSettings: {
            changedAt: number | null;
            changedBy: string | null;
            /** @description How much less a year later is worth, 0.15 for fifteen percent. */
            discount: number;
            /** @description Days: everybody is told the chance of no order in as many. */
            horizon: number;
            /** @description 0: nobody has said anything yet. */
            revision: number;
        };
        Invitation: {
            expiresAt: number;
            id: number;
            invitee: string | null;
            madeAt: number;
            madeBy: string;
            /** @enum {string} */
            role: "owner" | "manager" | "sales" | "support" | "cashier" | "analyst";
        };
        KeptFile: {
            at: number;
            by: string;
            bytes: number;
            id: number;
            name: string;
        };
        KeptMapping: {
            headers: string[];
            id: number;
            mapping: components["schemas"]["Mapping"];
            name: string;
            savedAt: number;
        };
        KeptOffer: {
            changedAt: number;
            changedBy: string;
            /** @description How many people stand on its list. */
            chosen: number;
            madeAt: number;
            madeBy: string;
            offer: components["schemas"]["Offer"];
            revision: number;
            /**
             * @description Only an active offer is ever given; archived is for good.
             * @enum {string}
             */
            state: "draft" | "active" | "archived";
        };
        KeptOfferSettings: {
            /** @description Null: no target is said, or nothing is counted yet. Public offers need a base. */
            base: {
                /** @description What loyal customers bought, of the target, in hundredths of a percent. */
                covered: number;
                /** @description In the weakest of the last whole months. */
                fromLoyal: number;
                target: number;
            } | null;
            changedAt: number | null;
            changedBy: string | null;
            countedAt: number | null;
            /** @description 0: nobody has said anything yet, and these are what a business starts with. */
            revision: number;
            settings: components["schemas"]["OfferSettings"];
        };
        KeptReward: {
            changedAt: number;
            changedBy: string;
            definition: components["schemas"]["Reward"];
            id: number;
            /** @description Numbers of its pictures, in the order in which they were added. */
            images: number[];
            key: string;
            madeAt: number;
            madeBy: string;
            revision: number;
            /** @enum {string} */
            state: "draft" | "active" | "archived";
        };
        LadderHistory: {
            /** @enum {string} */
            by: "day" | "week" | "month";
            keys: string[];
            points: {
                day: string;
                /** @description How many stood there at its end, in the order of keys. */
                rungs: number[];
            }[];
        };
        LadderMoves: {
            moves: {
                at: number;
                /** @description Without the facts, which are told with the person. */
                because: components["schemas"]["Because"] | null;
                /** @enum {string} */
                cause: "fact" | "time" | "pin" | "unpin";
                /**
                 * @description The classes of a typology have no height: every step in it is across.
                 * @enum {string}
                 */
                direction: "up" | "down" | "across";
                from: string;
                person: {
                    email: string | null;
                    external: string | null;
                    id: number;
                    mobile: string | null;
                    name: string | null;
                };
                recordedAt: number;
                stoodDays: number;
                to: string;
            }[];
            /** @description Send it as `after` for the next page. */
            next: string | null;
            /**
             * @description Newest first; or by number of person, for a period long before the version was published.
             * @enum {string}
             */
            order: "time" | "person";
            period: {
                from: string;
                to: string;
            };
            total: number;
        };
        LadderOverview: {
            /** @description The local day, YYYY-MM-DD. */
            asOf: string;
            /** @description The days right before the period, as many as it has. */
            before: {
                from: string;
                to: string;
            };
            /** @description People the business came to know in the period. */
            entered: number;
            enteredBefore: number;
            flows: {
                /**
                 * @description The classes of a typology have no height: every step in it is across.
                 * @enum {string}
                 */
                direction: "up" | "down" | "across";
                from: string;
                people: number;
                peopleBefore: number;
                to: string;
            }[];
            /** @enum {string} */
            kind: "ladder" | "typology";
            ladder: string;
            moves: {
                down: number;
                up: number;
            };
            movesBefore: {
                down: number;
                up: number;
            };
            name: components["schemas"]["Words"];
            period: {
                from: string;
                to: string;
            };
            publishing: {
                done: number;
                total: number;
                version: number;
            } | null;
            revenue: {
                /** @description As of when revenue was counted; null: never yet. */
                countedAt: number | null;
                counting: boolean;
                currency: string;
            };
            rungs: {
                arrivedDown: number;
                arrivedUp: number;
                /** @description Moves in the period before. */
                before: {
                    arrivedDown: number;
                    arrivedUp: number;
                    leftDown: number;
                    leftUp: number;
                };
                /** @description People who came to be known in the period and so began here. */
                entered: number;
                key: string;
                leftDown: number;
                leftUp: number;
                name: components["schemas"]["Words"];
                orders: number | null;
                people: number;
                /** @description At the end of the day before the period. */
                peopleBefore: number;
                /** @description Orders paid less returns in the period, each by the rung the person stood on right after it, in the minor unit. Null: not counted yet. */
                revenue: number | null;
                revenueBefore: number | null;
                share: number;
                shareBefore: number;
            }[];
            steps: {
                conversion: number | null;
                conversionBefore: number | null;
                from: string;
                /** @description Exact up to 14 days, within five per cent beyond. */
                medianDays: number | null;
                medianDaysBefore: number | null;
                people: number;
                to: string;
            }[];
            total: number;
            /** @description At the end of the day before the period. */
            totalBefore: number;
            version: number;
        };
        Mapping: {
            /** @enum {string} */
            amountOf: "line" | "order";
            columns: {
                [key: string]: unknown;
            };
            currency: string;
            dateOrder: ("day_first" | "month_first") | null;
            grouping: ("thousands" | "decimal") | null;
            /** @enum {string} */
            kind: "orders" | "lines" | "people";
            returnPrefixes: string[];
            source: string;
            statusWords: {
                [key: string]: "paid" | "placed" | "returned";
            };
            times: 1 | 1000 | 1000000;
            /** @enum {string} */
            unit: "rial" | "toman" | "major";
            /** @constant */
            version: 1;
        };
        Measurability: {
            measurable: boolean;
            needed: {
                held: number;
                /** @description People in all; held and treated together. */
                needed: number;
                treated: number;
            } | null;
            people: number;
            /** @description The smallest relative effect these people can show; null: not even a doubling. */
            smallestLift: number | null;
        };
        Member: {
            email: string;
            id: string;
            joinedAt: number;
            name: string;
            /** @enum {string} */
            role: "owner" | "manager" | "sales" | "support" | "cashier" | "analyst";
            secondFactor: boolean;
            /** @description To the day; null: signed in nowhere. */
            seenAt: number | null;
        };
        Merge: {
            loser: number;
            mergeId: number;
            winner: number;
        };
        MergePreview: {
            after: components["schemas"]["PersonCompared"][];
            before: components["schemas"]["PersonCompared"][];
        };
        MoneySettings: {
            /** @description Assumptions of the advisor that are kept in the place of the usual ones. */
            assumed: {
                /** @description The share of the difference that climbing itself makes. People who climb differ from others already before. */
                causalShare?: number;
                /** @description What it costs to spend on one person once, minor units. Null: not said, and nothing can be put in order. */
                costPerPerson?: number | null;
                /** @description A year: 0.2 makes a year’s 120 worth 100 today. */
                discountRate?: number;
                /** @description How much of that the next time still does: 0.5 is half as much. */
                fade?: number;
                /** @description For how long what somebody leaves counts; not longer than was seen. */
                horizonMonths?: number;
                /** @description Of those who would not climb anyway, the share that does when money is spent on them once. */
                lift?: number;
            };
            changedAt: number | null;
            changedBy: string | null;
            /** @description Of revenue, where no unit cost is known. */
            marginRate: number;
            /** @description 0 until something is said. */
            revision: number;
            /** @description False: nobody has said it yet, and it is assumed. */
            stated: boolean;
            /** @description How many items have a unit cost. */
            unitCosts: number;
        };
        Note: {
            at: number;
            by: string;
            changedAt: number | null;
            changedBy: string | null;
            id: number;
            revision: number;
            text: string;
        };
        Offer: {
            /** @enum {string} */
            announcement: "public" | "private";
            branches?: {
                except?: string[];
                only?: string[];
            };
            budget?: number;
            /** @enum {string} */
            by: "itself" | "code" | "asking";
            channels?: {
                except?: string[];
                only?: string[];
            };
            for: {
                appreciation?: number;
                /** @constant */
                chosen?: true;
                rungs?: {
                    ladder: string;
                    rungs: string[];
                };
                who?: components["schemas"]["Criteria"];
            };
            gives: {
                cap?: number;
                /** @constant */
                kind: "percent";
                share: number;
            } | {
                amount: number;
                /** @constant */
                kind: "amount";
            } | {
                /** @constant */
                kind: "price";
                price: number;
            } | {
                buy: number;
                get: number;
                gets?: {
                    groups?: {
                        except?: string[];
                        only?: string[];
                    };
                    items?: {
                        except?: string[];
                        only?: string[];
                    };
                };
                /** @constant */
                kind: "buy-get";
                share: number;
                times?: number;
            } | {
                item: string;
                /** @constant */
                kind: "free-product";
                pieces: number;
            } | {
                /** @constant */
                kind: "perk";
                perk: {
                    cost: number;
                    key: string;
                    name: components["schemas"]["Words"];
                    worth?: number;
                };
            } | {
                discount: {
                    cap?: number;
                    /** @constant */
                    kind: "percent";
                    share: number;
                } | {
                    amount: number;
                    /** @constant */
                    kind: "amount";
                } | {
                    /** @constant */
                    kind: "price";
                    price: number;
                } | {
                    buy: number;
                    get: number;
                    gets?: {
                        groups?: {
                            except?: string[];
                            only?: string[];
                        };
                        items?: {
                            except?: string[];
                            only?: string[];
                        };
                    };
                    /** @constant */
                    kind: "buy-get";
                    share: number;
                    times?: number;
                } | {
                    item: string;
                    /** @constant */
                    kind: "free-product";
                    pieces: number;
                };
                /** @constant */
                kind: "combination";
                perk: {
                    cost: number;
                    key: string;
                    name: components["schemas"]["Words"];
                    worth?: number;
                };
            };
            /** @enum {string} */
            heldBack?: "refuse" | "trim" | "swap";
            key: string;
            leastBasket?: number;
            leastDaysBetween?: number;
            limits?: {
                perDay?: number;
                perPerson?: number;
                total?: number;
            };
            methods?: {
                except?: string[];
                only?: string[];
            };
            name: components["schemas"]["Words"];
            newcomers: boolean;
            on?: {
                groups?: {
                    except?: string[];
                    only?: string[];
                };
                items?: {
                    except?: string[];
                    only?: string[];
                };
                /** @constant */
                shipping?: true;
            };
            stacking: {
                exclusive: boolean;
                group?: string;
                mostTogether?: number;
                order: number;
            };
            thanks?: components["schemas"]["Words"];
            when: {
                from?: number;
                hours?: {
                    from: number;
                    to: number;
                }[];
                to?: number;
                weekdays?: number[];
                zone: string;
            };
        };
        OfferGuard: {
            fees?: number;
            /** @enum {string} */
            heldBack: "refuse" | "trim" | "swap";
            margin?: {
                basket?: number;
                leastAmount?: number;
                line?: number;
            };
            monthBudget?: number;
            mostDiscount?: number;
            newcomerOrders?: number;
            perks: {
                cost: number;
                key: string;
                name: components["schemas"]["Words"];
                worth?: number;
            }[];
            publicNeeds?: number;
            waiting?: {
                days: number;
                habit?: {
                    of: number;
                    share: number;
                };
                most: number;
            };
        };
        OfferGuardInput: {
            fees?: number;
            /** @enum {string} */
            heldBack: "refuse" | "trim" | "swap";
            margin?: {
                basket?: number;
                leastAmount?: number;
                line?: number;
            };
            monthBudget?: number;
            mostDiscount?: number;
            newcomerOrders?: number;
            perks: {
                cost: number;
                key: string;
                name: components["schemas"]["WordsInput"];
                worth?: number;
            }[];
            publicNeeds?: number;
            waiting?: {
                days: number;
                habit?: {
                    of: number;
                    share: number;
                };
                most: number;
            };
        };
        OfferInput: {
            /** @enum {string} */
            announcement: "public" | "private";
            branches?: {
                except?: string[];
                only?: string[];
            };
            budget?: number;
            /** @enum {string} */
            by: "itself" | "code" | "asking";
            channels?: {
                except?: string[];
                only?: string[];
            };
            for: {
                appreciation?: number;
                /** @constant */
                chosen?: true;
                rungs?: {
                    ladder: string;
                    rungs: string[];
                };
                who?: components["schemas"]["CriteriaInput"];
            };
            gives: {
                cap?: number;
                /** @constant */
                kind: "percent";
                share: number;
            } | {
                amount: number;
                /** @constant */
                kind: "amount";
            } | {
                /** @constant */
                kind: "price";
                price: number;
            } | {
                buy: number;
                get: number;
                gets?: {
                    groups?: {
                        except?: string[];
                        only?: string[];
                    };
                    items?: {
                        except?: string[];
                        only?: string[];
                    };
                };
                /** @constant */
                kind: "buy-get";
                share: number;
                times?: number;
            } | {
                item: string;
                /** @constant */
                kind: "free-product";
                pieces: number;
            } | {
                /** @constant */
                kind: "perk";
                perk: {
                    cost: number;
                    key: string;
                    name: components["schemas"]["WordsInput"];
                    worth?: number;
                };
            } | {
                discount: {
                    cap?: number;
                    /** @constant */
                    kind: "percent";
                    share: number;
                } | {
                    amount: number;
                    /** @constant */
                    kind: "amount";
                } | {
                    /** @constant */
                    kind: "price";
                    price: number;
                } | {
                    buy: number;
                    get: number;
                    gets?: {
                        groups?: {
                            except?: string[];
                            only?: string[];
                        };
                        items?: {
                            except?: string[];
                            only?: string[];
                        };
                    };
                    /** @constant */
                    kind: "buy-get";
                    share: number;
                    times?: number;
                } | {
                    item: string;
                    /** @constant */
                    kind: "free-product";
                    pieces: number;
                };
                /** @constant */
                kind: "combination";
                perk: {
                    cost: number;
                    key: string;
                    name: components["schemas"]["WordsInput"];
                    worth?: number;
                };
            };
            /** @enum {string} */
            heldBack?: "refuse" | "trim" | "swap";
            key: string;
            leastBasket?: number;
            leastDaysBetween?: number;
            limits?: {
                perDay?: number;
                perPerson?: number;
                total?: number;
            };
            methods?: {
                except?: string[];
                only?: string[];
            };
            name: components["schemas"]["WordsInput"];
            newcomers: boolean;
            on?: {
                groups?: {
                    except?: string[];
                    only?: string[];
                };
                items?: {
                    except?: string[];
                    only?: string[];
                };
                /** @constant */
                shipping?: true;
            };
            stacking: {
                exclusive: boolean;
                group?: string;
                mostTogether?: number;
                order: number;
            };
            thanks?: components["schemas"]["WordsInput"];
            when: {
                from?: number;
                hours?: {
                    from: number;
                    to: number;
                }[];
                to?: number;
                weekdays?: number[];
                zone: string;
            };
        };
        OfferSettings: {
            appreciation: components["schemas"]["AppreciationRule"];
            base: {
                ladder: string;
                /** @description Who stands on one of these is a loyal customer. */
                rungs: string[];
                /** @description What a month is to bring, in minor units. */
                target: number;
            } | null;
            guard: components["schemas"]["OfferGuard"];
        };
        OfferSettingsInput: {
            appreciation: components["schemas"]["AppreciationRuleInput"];
            base: {
                ladder: string;
                /** @description Who stands on one of these is a loyal customer. */
                rungs: string[];
                /** @description What a month is to bring, in minor units. */
                target: number;
            } | null;
            guard: components["schemas"]["OfferGuardInput"];
        };
        PartialMappingInput: {
            /** @enum {string} */
            amountOf?: "line" | "order";
            columns?: {
                [key: string]: unknown;
            };
            currency?: string;
            dateOrder?: ("day_first" | "month_first") | null;
            grouping?: ("thousands" | "decimal") | null;
            /** @enum {string} */
            kind?: "orders" | "lines" | "people";
            returnPrefixes?: string[];
            source?: string;
            statusWords?: {
                [key: string]: "paid" | "placed" | "returned";
            };
            times?: 1 | 1000 | 1000000;
            /** @enum {string} */
            unit?: "rial" | "toman" | "major";
            /** @constant */
            version?: 1;
        };
        PartnerOwed: {
            cancelled: number;
            name: string;
            /** @description Minor units. Above 0 we owe them, below 0 they owe us. */
            owed: number;
            partner: string;
            redeemed: number;
            settled: number;
        };
        PeopleFilterInput: {
            criteria?: components["schemas"]["CriteriaInput"];
            /** @description Known since a day from the first to the last of these. */
            known?: {
                from?: string;
                to?: string;
            };
            /** @description On one of these rungs of a ladder, or of one of these types of a typology. */
            places?: {
                ladder: string;
                places: string[];
            }[];
            /** @description In every one of these segments. */
            segments?: number[];
            /** @description Every one of these tags. */
            tags?: string[];
            traits?: {
                oneOf: (string | number | boolean)[];
                trait: string;
            }[];
            withoutTags?: string[];
        };
        PeopleJob: {
            add: string[];
            bytes: number | null;
            changedAt: number;
            /** @description People tagged, rows written, or likely duplicates found. */
            done: number;
            expiresAt: number | null;
            format: ("csv" | "xlsx") | null;
            id: number;
            /** @enum {string} */
            kind: "tagging" | "untagging" | "export" | "duplicates";
            looked: number;
            madeAt: number;
            madeBy: string;
            refusal: components["schemas"]["Refusal"] | null;
            remove: string[];
            /** @description Why it began anew instead of going on: what it was asked for had changed, or what was written was gone. */
            restarted: ("changed" | "part_lost") | null;
            /** @enum {string} */
            state: "waiting" | "running" | "stopped" | "done" | "failed" | "expired";
            stopAsked: boolean;
            /** @description About how many there will be. */
            total: number | null;
            undoneBy: number | null;
        };
        PeopleOrderInput: {
            /** @enum {string} */
            by: "name" | "known" | "rung";
            descending?: boolean;
            /** @description For `rung` and `since`: on which ladder. */
            ladder?: string;
        };
        PeoplePage: {
            /** @description Of all who fit, with the first page; null where not even an estimate can be given. */
            count: {
                /** @enum {string} */
                how: "exact" | "estimate" | "at_least";
                people: number;
            } | null;
            /** @description How many people were looked at for this answer; the work of one request is bounded. */
            looked: number;
            /** @description Send it as `after` for what follows; null at the end of the list. */
            next: string | null;
            people: components["schemas"]["PersonRow"][];
            /** @description Send it as `before` for what comes before; null at its beginning. */
            previous: string | null;
        };
        PeopleSelectionInput: {
            people: number[];
        } | {
            matching: components["schemas"]["PeopleFilterInput"];
        };
        Person: {
            /** @description The person they are now, also when a merged one was asked for. */
            id: number;
            identifiers: {
                /** @enum {string} */
                kind: "external" | "mobile" | "email" | "anonymous";
                value: string;
            }[];
            /** @enum {string} */
            kind: "person" | "organisation";
            knownSince: number;
            mergedFrom: number[];
            name: string | null;
            traits: {
                [key: string]: string | number | boolean | string[];
            };
        };
        PersonAdvice: {
            assumptions: {
                /** @description The share of the difference that climbing itself makes. People who climb differ from others already before. */
                causalShare: number;
                /** @description What it costs to spend on one person once, minor units. Null: not said, and nothing can be put in order. */
                costPerPerson: number | null;
                /** @description A year: 0.2 makes a year’s 120 worth 100 today. */
                discountRate: number;
                /** @description How much of that the next time still does: 0.5 is half as much. */
                fade: number;
                /** @description For how long what somebody leaves counts; not longer than was seen. */
                horizonMonths: number;
                /** @description Of those who would not climb anyway, the share that does when money is spent on them once. */
                lift: number;
                /** @description Of revenue, where no unit costs are known. */
                marginRate: number;
            };
            /** @description People of the past on the same rung, of the same type and alike in recency, orders and value. */
            likeThem: {
                climbed: number;
                stayed: number;
            };
            rung: number;
            /** @description Null: the top rung, or too little is known of the step. */
            worth: components["schemas"]["StepWorth"] | null;
        };
        PersonCompared: {
            facts: number;
            id: number;
            identifiers: {
                /** @enum {string} */
                kind: "external" | "mobile" | "email" | "anonymous";
                value: string;
            }[];
            /** @enum {string} */
            kind: "person" | "organisation";
            known: number;
            name: string | null;
            orders: {
                count: number;
                last: number | null;
                spent: number;
            };
            places: {
                [key: string]: {
                    key: string;
                    since: number;
                };
            };
            traits: {
                [key: string]: string | number | boolean | string[];
            };
        };
        PersonInClub: {
            entries: {
                at: number;
                availableFrom: number | null;
                /** @description Why: the fact, the order, the rule and its version, who and for what reason. */
                cause: {
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                expiresAt: number | null;
                /** @enum {string} */
                kind: "earn" | "spend" | "give-back" | "take-back" | "expire" | "adjust" | "transfer" | "settle";
                postedAt: number;
                reverses: number | null;
                ruleName: {
                    en: string;
                    fa: string;
                } | null;
                transaction: number;
                units: number;
                wallet: string;
            }[];
            level: {
                /** @description When the next level down comes if nothing more is bought. */
                fallsAt: number | null;
                key: string;
                moves: {
                    asked: number;
                    at: number;
                    /** @enum {string} */
                    cause: "reached" | "fell" | "gap" | "returned";
                    from: string;
                    to: string;
                    value: number;
                }[];
                name: {
                    en: string;
                    fa: string;
                };
                next: {
                    key: string;
                    missing: number;
                    name: {
                        en: string;
                        fa: string;
                    };
                } | null;
                since: number | null;
                /** @description What was counted for it. */
                value: number;
            } | null;
            member: boolean;
            next: number | null;
            nextAnniversary: number | null;
            version: number;
            wallets: {
                /** @description What can be spent now. */
                available: number;
                debt: number;
                expiring: {
                    at: number;
                    units: number;
                }[];
                held: number;
                name: {
                    en: string;
                    fa: string;
                };
                /** @description Earned and not to be spent yet. */
                pending: number;
                /** @enum {string} */
                unit: "points" | "money" | "coin";
                vestsAt: number | null;
                wallet: string;
                /** @description What that takes off at the till, in minor units. */
                worth: number;
            }[];
        };
        PersonOrder: {
            /** @description Minor units: paid, or else placed; null where only a return is known. */
            amount: number | null;
            at: number;
            branch: string | null;
            channel: string | null;
            facts: number[];
            method: string | null;
            order: string;
            paid: boolean;
            products: {
                amount: number | null;
                name: string;
                quantity: number | null;
            }[];
            returned: number;
        };
        PersonReferral: {
            /** @description As it is shown and read out. Null: none was issued yet. */
            code: string | null;
            converted: number;
            friends: number;
            inReview: number;
            issuedAt: number | null;
            joined: number;
            link: string | null;
            mayRefer: boolean;
            /** @description The club gives something for bringing friends. */
            on: boolean;
            person: number;
            /** @description What a QR code of it holds. */
            qr: string | null;
            /** @description What they were rewarded with and still have, ever and this month: what the limits count. */
            rewarded: {
                friends: number;
                friendsThisMonth: number;
                units: {
                    thisMonth: number;
                    units: number;
                    wallet: string;
                }[];
            };
            terms: components["schemas"]["ReferralTerms"] | null;
        };
        PersonRow: {
            email: string | null;
            external: string | null;
            id: number;
            /** @enum {string} */
            kind: "person" | "organisation";
            known: number;
            lastOrder: {
                amount: number | null;
                at: number;
            } | null;
            mobile: string | null;
            name: string | null;
            orders: {
                count: number;
                spent: number;
            } | null;
            /** @description By the key of the ladder or typology, those asked for. */
            places: {
                [key: string]: {
                    key: string;
                    since: number;
                };
            };
            tags: string[];
            /** @description Those asked for. */
            traits: {
                [key: string]: string | number | boolean | string[];
            };
        };
        PersonScores: {
            asOf: number;
            daysSinceLast: number;
            /** @description What segment, rhythm and type were decided by. */
            evidence: {
                cadence: {
                    gaps: number;
                    /** @description Days of silence from which they are late by their own rhythm. */
                    lateFrom: number | null;
                    usualGap: number | null;
                    veryLateFrom: number | null;
                };
                rfm: {
                    frequency: number;
                    recency: number;
                    value: number;
                };
                type: {
                    categories: number;
                    discountShare: number;
                    discounted: number;
                    discountedRate: number | null;
                    items: number;
                    mixed: number;
                    mixedRate: number | null;
                    proneness: number | null;
                    pronenessTenth: number | null;
                    touches: number;
                    usualGap: number | null;
                    withLines: number;
                };
            };
            firstDay: number;
            /** @description Null: there was too little to go by; the run says what is missing. */
            foretold: {
                /** @description What a year at the pace they had until their last order would bring beyond what is foretold. */
                atRisk: number | null;
                /** @enum {string} */
                band: "safe" | "watch" | "leaving" | "gone";
                orders90: {
                    expected: number;
                    /** @description Above it come no more than one in ten such people. */
                    high: number;
                    /** @description Below it come no more than one in ten such people. */
                    low: number;
                };
                ordersYear: {
                    expected: number;
                    /** @description Above it come no more than one in ten such people. */
                    high: number;
                    /** @description Below it come no more than one in ten such people. */
                    low: number;
                };
                /** @description The chance of no order in the horizon of the settings. */
                quiet: number;
                quietYear: number;
                /** @description Margin of all orders to come, each discounted. */
                residual: number | null;
                value90: {
                    expected: number;
                    /** @description Above it come no more than one in ten such people. */
                    high: number;
                    /** @description Below it come no more than one in ten such people. */
                    low: number;
                } | null;
                valueYear: {
                    expected: number;
                    /** @description Above it come no more than one in ten such people. */
                    high: number;
                    /** @description Below it come no more than one in ten such people. */
                    low: number;
                } | null;
            } | null;
            lastDay: number;
            name: string | null;
            /** @description Days with an order. */
            orderDays: number;
            person: number;
            /** @enum {string} */
            rhythm: "first_order_only" | "in_time" | "due" | "late" | "very_late";
            /** @enum {string} */
            segment: "champion" | "loyal" | "potential-loyalist" | "new" | "promising" | "need-attention" | "about-to-sleep" | "at-risk" | "cannot-lose" | "hibernating";
            /** @description Net of what was given back. */
            spent: number;
            /** @enum {string} */
            type: "discount-led" | "loyal" | "impulse" | "need-led" | "wandering";
        };
        Portal: {
            /** @enum {string} */
            calendar: "jalali" | "gregorian";
            consents: {
                /** @enum {string} */
                purpose: "offers" | "reminders" | "surveys";
                words: string;
            }[];
            currency: string;
            joining: boolean;
            /** @enum {string} */
            language: "fa" | "en";
            name: string;
            slug: string;
            /** @enum {string} */
            unit: "rial" | "toman" | "major";
            welcome: string;
            zone: string;
        };
        PortalCodes: {
            cards: {
                available: number;
                code: string | null;
                id: number;
                tail: string;
                validUntil: number | null;
            }[];
            member: {
                /** @description Tells the till who they are, and proves it. */
                code: string;
                until: number;
            };
            vouchers: {
                code: string;
                id: string;
                name: string;
                validUntil: number | null;
            }[];
        };
        PortalHistory: {
            lines: {
                at: number;
                data: {
                    [key: string]: string | number | boolean;
                };
                id: number;
                type: string;
            }[];
            next: string | null;
        };
        PortalInvitation: {
            code: string;
            converted: number;
            friends: number;
            rewarded: {
                units: number;
                wallet: string;
            }[];
            /** @description The code in groups. */
            shown: string;
        };
        PortalMe: {
            birthday: string | null;
            /** @description What the club is called; null: there is none in force. */
            club: string | null;
            consents: {
                /** @description When they last said so; null: never. */
                at: number | null;
                given: boolean;
                /** @enum {string} */
                purpose: "offers" | "reminders" | "surveys";
            }[];
            level: {
                brings: string | null;
                /** @enum {string} */
                by: "amount" | "orders" | "points" | "invoice";
                falls: number | null;
                name: string;
                next: {
                    missing: number;
                    name: string;
                } | null;
            } | null;
            mobile: string;
            name: string | null;
            wallets: {
                available: number;
                debt: number;
                expiring: {
                    at: number;
                    units: number;
                }[];
                /** @description Kept aside by an open purchase. */
                held: number;
                key: string;
                name: string;
                pending: number;
                /** @enum {string} */
                unit: "points" | "money" | "coin";
                /** @description When the next of what is pending can be spent. */
                vestsAt: number | null;
                /** @description What the available units take off at the till; null: they cannot be spent there. */
                worth: number | null;
            }[];
            /** @description Null: there is no ladder in force. */
            way: {
                at: number | null;
                /** @description When they would fall, should nothing happen. */
                falls: number | null;
                highest: number | null;
                /** @description There is more to it that is not theirs to do. */
                more: boolean;
                /** @description From the bottom up, in words for customers. */
                rungs: string[];
                since: number;
                /** @description What leads one rung higher, a sentence each. */
                steps: string[];
            } | null;
        };
        PortalRewardTaken: {
            /** @description What is shown when it is handed over. */
            code: string;
            endsAt: number | null;
        };
        PortalRewards: {
            rewards: {
                about: string | null;
                /** @description The number of its picture. */
                image: number | null;
                key: string;
                least: number;
                /** @description How many units are still missing. */
                missing: number;
                most: number;
                name: string;
                step: number;
                wallet: string;
                /** @description Why else they cannot have it now. */
                why: string | null;
            }[];
        };
        PortalSettings: {
            /** @description Whether somebody whom the business does not know yet may join. */
            joining: boolean;
            /** @description Whether customers see anything at all. */
            open: boolean;
            revision: number;
            /** @description What customers are told a rung is called, by its key. */
            rungs: {
                [key: string]: components["schemas"]["Words"];
            };
            /** @description A sentence on the first page; empty: none. */
            welcome: string;
        };
        Problem: {
            code: string;
            detail: string;
            field?: string;
            /** @description Given with status 500: the same number stands in the log. */
            requestId?: string;
            sentence: string;
            status: number;
            title: string;
            type: string;
            values?: {
                [key: string]: string | number;
            };
        };
        ProgrammeInput: {
            budget?: {
                alarms?: number[];
                money?: number;
                /** @enum {string} */
                per: "day" | "month" | "year" | "ever";
                units?: number;
            };
            campaigns?: {
                budget?: {
                    alarms?: number[];
                    money?: number;
                    /** @enum {string} */
                    per: "day" | "month" | "year" | "ever";
                    units?: number;
                };
                caps?: {
                    /** @enum {string} */
                    counted: "units" | "times";
                    most: number;
                    /** @enum {string} */
                    of: "person" | "all";
                    /** @enum {string} */
                    per: "order" | "day" | "month" | "year" | "ever";
                }[];
                control?: number;
                dates?: {
                    from?: string;
                    to?: string;
                };
                key: string;
                name: components["schemas"]["WordsInput"];
            }[];
            goals?: {
                by: string;
                from?: number;
                key: string;
                /** @enum {string} */
                measure: "members" | "active-members" | "repeat-share" | "orders-per-member" | "revenue-per-member" | "average-order" | "cost-share" | "redeemed-share";
                name: components["schemas"]["WordsInput"];
                target: number;
            }[];
            groups?: {
                /** @enum {string} */
                choose: "highest" | "first";
                key: string;
            }[];
            levels?: {
                /** @enum {string} */
                by: "amount" | "orders" | "points" | "invoice";
                /** @enum {string} */
                down: "step" | "reached" | "never";
                gap?: {
                    days: number;
                } | {
                    months: number;
                } | {
                    years: number;
                };
                grace?: {
                    days: number;
                } | {
                    months: number;
                } | {
                    years: number;
                };
                levels: {
                    brings?: components["schemas"]["WordsInput"];
                    from: number;
                    key: string;
                    name: components["schemas"]["WordsInput"];
                }[];
                name: components["schemas"]["WordsInput"];
                span: {
                    /** @constant */
                    kind: "ever";
                } | {
                    /** @constant */
                    kind: "rolling";
                    window: {
                        days: number;
                    } | {
                        months: number;
                    } | {
                        years: number;
                    };
                } | {
                    keeps: number;
                    /** @constant */
                    kind: "calendar";
                    /** @enum {string} */
                    unit: "month" | "quarter" | "year";
                };
                wallet?: string;
            };
            /** @enum {string} */
            membership: "joined" | "everybody";
            name: components["schemas"]["WordsInput"];
            referral?: components["schemas"]["ReferralTermsInput"];
            rules: {
                budget?: {
                    alarms?: number[];
                    money?: number;
                    /** @enum {string} */
                    per: "day" | "month" | "year" | "ever";
                    units?: number;
                };
                campaign?: string;
                caps?: {
                    /** @enum {string} */
                    counted: "units" | "times";
                    most: number;
                    /** @enum {string} */
                    of: "person" | "all";
                    /** @enum {string} */
                    per: "order" | "day" | "month" | "year" | "ever";
                }[];
                counts?: {
                    giftCardPurchase?: boolean;
                    paidByGiftCards?: boolean;
                    paidByWallets?: boolean;
                    shipping?: boolean;
                    tax?: boolean;
                };
                expiry?: {
                    /** @constant */
                    kind: "never";
                } | {
                    count: number;
                    /** @constant */
                    kind: "after";
                    /** @enum {string} */
                    unit: "day" | "month";
                } | {
                    day: string;
                    /** @constant */
                    kind: "fixed";
                    least?: number;
                } | {
                    after: number;
                    /** @constant */
                    kind: "period";
                    /** @enum {string} */
                    unit: "month" | "quarter" | "year";
                } | {
                    days: number;
                    /** @constant */
                    kind: "rolling";
                };
                gives: {
                    /** @constant */
                    kind: "fixed";
                    units: number;
                } | {
                    amount: number;
                    /** @constant */
                    kind: "per";
                    units: number;
                    /** @constant */
                    whole?: true;
                } | {
                    /** @constant */
                    kind: "share";
                    share: number;
                } | {
                    /** @constant */
                    kind: "piece";
                    units: number;
                } | {
                    /** @constant */
                    kind: "steps";
                    steps: {
                        from: number;
                        share?: number;
                        units?: number;
                    }[];
                } | {
                    /** @constant */
                    kind: "by-level";
                    levels: {
                        level: string;
                        share?: number;
                        units?: number;
                    }[];
                };
                group?: string;
                key: string;
                levels?: string[];
                multipliers?: {
                    levels?: {
                        level: string;
                        times: number;
                    }[];
                    rungs?: {
                        ladder: string;
                        rung: string;
                        times: number;
                    }[];
                };
                name: components["schemas"]["WordsInput"];
                on: {
                    /** @constant */
                    kind: "order";
                } | {
                    /** @constant */
                    kind: "first-order";
                } | {
                    /** @constant */
                    kind: "anniversary";
                    trait: string;
                } | {
                    /** @constant */
                    kind: "fact";
                    oncePer?: string;
                    type: string;
                    where?: {
                        atLeast?: number;
                        atMost?: number;
                        field: string;
                        is?: string | number | boolean;
                        not?: string | number | boolean;
                        oneOf?: (string | number | boolean)[];
                    }[];
                } | {
                    /** @constant */
                    kind: "profile";
                    traits: string[];
                } | {
                    /** @constant */
                    kind: "rung";
                    ladder: string;
                    rungs: string[];
                } | {
                    /** @constant */
                    kind: "level";
                    levels: string[];
                };
                /** @constant */
                once?: true;
                rungs?: {
                    ladder: string;
                    rungs: string[];
                };
                vesting?: number;
                wallet: string;
                where?: {
                    branches?: {
                        except?: string[];
                        only?: string[];
                    };
                    channels?: {
                        except?: string[];
                        only?: string[];
                    };
                    dates?: {
                        from?: string;
                        to?: string;
                    };
                    groups?: {
                        except?: string[];
                        only?: string[];
                    };
                    hours?: {
                        from: number;
                        to: number;
                    }[];
                    leastAmount?: number;
                    methods?: {
                        except?: string[];
                        only?: string[];
                    };
                    products?: {
                        except?: string[];
                        only?: string[];
                    };
                    weekdays?: number[];
                };
                who?: components["schemas"]["CriteriaInput"];
            }[];
            wallets: {
                expiry: {
                    /** @constant */
                    kind: "never";
                } | {
                    count: number;
                    /** @constant */
                    kind: "after";
                    /** @enum {string} */
                    unit: "day" | "month";
                } | {
                    day: string;
                    /** @constant */
                    kind: "fixed";
                    least?: number;
                } | {
                    after: number;
                    /** @constant */
                    kind: "period";
                    /** @enum {string} */
                    unit: "month" | "quarter" | "year";
                } | {
                    days: number;
                    /** @constant */
                    kind: "rolling";
                };
                key: string;
                name: components["schemas"]["WordsInput"];
                /** @enum {string} */
                negative: "allow" | "clamp";
                spending?: {
                    least?: number;
                    mostShare?: number;
                    proofFrom?: number;
                    step?: number;
                };
                /** @enum {string} */
                unit: "points" | "money" | "coin";
                vesting: number;
                worth: {
                    amount: number;
                    points: number;
                };
            }[];
        };
        Redeemed: {
            /** @description To have it handed over, or to be typed at the till. */
            code: string;
            endsAt: number | null;
            id: number;
            person: number;
            units: number;
            wallet: string;
        };
        Redemption: {
            at: number;
            by: string;
            endedAt: number | null;
            endedBy: string | null;
            endsAt: number | null;
            id: number;
            name: {
                en: string;
                fa: string;
            };
            person: number;
            /** @description Whether they proved who they were. */
            proven: boolean;
            reason: string;
            reward: string;
            /** @enum {string} */
            state: "open" | "handed" | "cancelled";
            units: number;
            wallet: string;
        };
        Referral: {
            channel: string | null;
            claimedAt: number;
            claimedBy: string;
            /** @description Signs that somebody let pass. */
            cleared: string[];
            /** @description When the first purchase had outlived its return window. */
            convertedAt: number | null;
            decided: {
                at: number;
                by: string;
                reason: string;
            } | null;
            friend: {
                id: number;
                name: string | null;
            };
            id: number;
            joinedAt: number | null;
            /** @description When it is looked at next, should nothing happen before. */
            lookAt: number;
            /** @description What was paid and not taken back. */
            paid: {
                /** @enum {string} */
                side: "referrer" | "friend";
                units: number;
                wallet: string;
            }[];
            postings: {
                at: number;
                /** @enum {string} */
                kind: "paid" | "taken" | "withheld";
                person: number;
                round: number;
                /** @enum {string} */
                side: "referrer" | "friend";
                step: string;
                units: number;
                wallet: string;
            }[];
            referrer: {
                id: number;
                name: string | null;
            };
            /** @description What the friend has bought since, net of what came back; as of the last look. */
            revenue: number;
            revision: number;
            /** @description What speaks against it, of 100. */
            score: number;
            signs: {
                detail: {
                    [key: string]: string | number;
                };
                /** @enum {string} */
                kind: "own-contact" | "same-device" | "same-card" | "same-address" | "same-network" | "similar-email" | "similar-name" | "burst" | "same-day-chain" | "ring" | "one-person" | "claimed-twice" | "not-new";
                /** @description Of 100. */
                score: number;
            }[];
            /** @enum {string} */
            state: "open" | "joined" | "paying" | "paid" | "taken-back" | "lapsed" | "review" | "refused";
            /** @description Of the programme, whose terms were promised. */
            version: number;
        };
        ReferralTerms: {
            finalAfter?: number;
            leastPurchase?: number;
            limits?: {
                friends?: number;
                friendsPerMonth?: number;
                units?: {
                    units: number;
                    wallet: string;
                }[];
                unitsPerMonth?: {
                    units: number;
                    wallet: string;
                }[];
            };
            mayRefer?: components["schemas"]["Criteria"];
            returnWindow: number;
            review?: {
                from?: number;
                perHour?: number;
                perWeek?: number;
                refuse?: ("own-contact" | "same-device" | "same-card" | "same-address" | "same-network" | "similar-email" | "similar-name" | "burst" | "same-day-chain" | "ring" | "one-person" | "claimed-twice" | "not-new")[];
                weights?: {
                    [key: string]: number;
                };
            };
            steps: {
                friend: {
                    units: number;
                    wallet: string;
                }[];
                key: string;
                referrer: {
                    units: number;
                    wallet: string;
                }[];
                when: {
                    /** @constant */
                    kind: "joined";
                } | {
                    /** @constant */
                    kind: "purchase";
                    number: number;
                } | {
                    /** @constant */
                    kind: "rung";
                    ladder: string;
                    rung: string;
                };
            }[];
            /** @enum {string} */
            takeBack?: "everything" | "purchases";
            within?: number;
        };
        ReferralTermsInput: {
            finalAfter?: number;
            leastPurchase?: number;
            limits?: {
                friends?: number;
                friendsPerMonth?: number;
                units?: {
                    units: number;
                    wallet: string;
                }[];
                unitsPerMonth?: {
                    units: number;
                    wallet: string;
                }[];
            };
            mayRefer?: components["schemas"]["CriteriaInput"];
            returnWindow: number;
            review?: {
                from?: number;
                perHour?: number;
                perWeek?: number;
                refuse?: ("own-contact" | "same-device" | "same-card" | "same-address" | "same-network" | "similar-email" | "similar-name" | "burst" | "same-day-chain" | "ring" | "one-person" | "claimed-twice" | "not-new")[];
                weights?: {
                    [key: string]: number;
                };
            };
            steps: {
                friend: {
                    units: number;
                    wallet: string;
                }[];
                key: string;
                referrer: {
                    units: number;
                    wallet: string;
                }[];
                when: {
                    /** @constant */
                    kind: "joined";
                } | {
                    /** @constant */
                    kind: "purchase";
                    number: number;
                } | {
                    /** @constant */
                    kind: "rung";
                    ladder: string;
                    rung: string;
                };
            }[];
            /** @enum {string} */
            takeBack?: "everything" | "purchases";
            within?: number;
        };
        Refusal: {
            /** @description Stable; docs/reference/refusals.md has a line for each. */
            code: string;
            /** @description The input it is about, as a path. */
            field?: string;
            /** @description Why, in the language of the reader. */
            sentence: string;
        };
        Relation: {
            at: number;
            by: string;
            id: number;
            /** @enum {string} */
            kind: "buys_for" | "works_at" | "household" | "knows";
            other: {
                id: number;
                /** @enum {string} */
                kind: "person" | "organisation";
                name: string | null;
            };
            /** @description Whether this person buys for, or works at, the other one. */
            outward: boolean;
            role: string | null;
        };
        Returns: {
            asOf: number;
            assumptions: {
                horizonMonths: number;
                margin: {
                    /** @description The share of revenue whose margin comes from unit costs; the rest by the rate. */
                    costedShare: number;
                    rate: number;
                    /** @enum {string} */
                    rateFrom: "stated" | "assumed";
                };
                /**
                 * @description How costs of no single channel are shared out.
                 * @constant
                 */
                overhead: "by_direct_cost";
                /**
                 * @description How a cost is laid over its days.
                 * @constant
                 */
                spread: "evenly_by_day";
                /**
                 * @description Whom a customer without a touch is counted for.
                 * @constant
                 */
                withoutTouch: "channel_of_first_order";
            };
            /** @description Minor units. */
            cost: number;
            /** @description All costs by all new customers. */
            costPerCustomer: number | null;
            customers: number;
            even: components["schemas"]["ReturnsByRule"];
            first: components["schemas"]["ReturnsByRule"];
            folded: number;
            from: number;
            /** @description All customers ever, by how their channel is known. */
            knownBy: {
                nothing: number;
                order: number;
                touches: number;
            };
            last: components["schemas"]["ReturnsByRule"];
            to: number;
        };
        ReturnsByRule: {
            /** @description Direct costs only. */
            campaigns: {
                /** @description Null: what belongs to the channel and no campaign. */
                campaign: string | null;
                channel: string | null;
                /** @description Minor units. */
                cost: number;
                /** @description Fully loaded. Null: no new customer, or no cost was entered. */
                costPerCustomer: number | null;
                /** @description New customers; parts of one where several touches share them. */
                customers: number;
                /** @description What these customers have left until now, minor units. */
                margin: number;
                /** @description (margin − cost) ÷ cost, until now. Null without a cost. */
                returnOnCost: number | null;
                /** @description Minor units. */
                revenue: number;
            }[];
            channels: {
                /** @description Null: nobody knows where these customers came from. */
                channel: string | null;
                /** @description Minor units. */
                cost: number;
                /** @description Fully loaded. Null: no new customer, or no cost was entered. */
                costPerCustomer: number | null;
                /** @description New customers; parts of one where several touches share them. */
                customers: number;
                /** @description The cost of the channel itself. */
                direct: number;
                /** @description What these customers have left until now, minor units. */
                margin: number;
                payback: {
                    /** @description Cost ÷ mean monthly margin: the rule of thumb. */
                    byMonthlyMargin: number | null;
                    /** @description The month of life in which what customers of the channel have left passes what one cost. */
                    months: number | null;
                    /** @description So many months were watched; with `months` null it is not earned back within them. */
                    watched: number;
                };
                /** @description (margin − cost) ÷ cost, until now. Null without a cost. */
                returnOnCost: number | null;
                /** @description Minor units. */
                revenue: number;
                /** @description Its part of the costs that belong to no single channel, by direct cost. */
                shared: number;
                value: {
                    /** @description 95 in 100, from customers watched all that time; null with fewer than 30. */
                    high: number | null;
                    low: number | null;
                    /** @description Margin of a customer in that time, by the curve of everybody watched; minor units. */
                    mean: number;
                    /** @description Of life, counted from the first order; fewer than asked for where nobody was watched so long. */
                    months: number;
                } | null;
                valueToCost: number | null;
            }[];
        };
        Reward: {
            about?: components["schemas"]["Words"];
            codeDays?: number;
            cost?: number;
            for?: {
                levels?: string[];
                places?: {
                    ladder: string;
                    places: string[];
                }[];
                who?: components["schemas"]["Criteria"];
            };
            from?: number;
            key: string;
            name: components["schemas"]["Words"];
            partner?: {
                key: string;
                name: string;
                owed: number;
            };
            perPerson?: number;
            price: {
                /** @constant */
                kind: "fixed";
                units: number;
                wallet: string;
            } | {
                /** @constant */
                kind: "range";
                least: number;
                most: number;
                step?: number;
                wallet: string;
            };
            proof: boolean;
            stock?: number;
            until?: number;
            what: {
                gives?: {
                    cap?: number;
                    /** @constant */
                    kind: "percent";
                    share: number;
                } | {
                    amount: number;
                    /** @constant */
                    kind: "amount";
                } | {
                    amount: number;
                    /** @constant */
                    kind: "worth";
                    units: number;
                };
                /** @constant */
                kind: "discount";
                offer?: string;
            } | {
                item: string;
                /** @constant */
                kind: "product";
                pieces: number;
            } | {
                /** @constant */
                kind: "service";
            } | {
                /** @constant */
                kind: "gift";
            } | {
                at?: number;
                /** @constant */
                kind: "event";
                place?: string;
            } | {
                /** @constant */
                kind: "donation";
                to: string;
            } | {
                /** @constant */
                kind: "partner";
            };
        };
        RewardInput: {
            about?: components["schemas"]["WordsInput"];
            codeDays?: number;
            cost?: number;
            for?: {
                levels?: string[];
                places?: {
                    ladder: string;
                    places: string[];
                }[];
                who?: components["schemas"]["CriteriaInput"];
            };
            from?: number;
            key: string;
            name: components["schemas"]["WordsInput"];
            partner?: {
                key: string;
                name: string;
                owed: number;
            };
            perPerson?: number;
            price: {
                /** @constant */
                kind: "fixed";
                units: number;
                wallet: string;
            } | {
                /** @constant */
                kind: "range";
                least: number;
                most: number;
                step?: number;
                wallet: string;
            };
            proof: boolean;
            stock?: number;
            until?: number;
            what: {
                gives?: {
                    cap?: number;
                    /** @constant */
                    kind: "percent";
                    share: number;
                } | {
                    amount: number;
                    /** @constant */
                    kind: "amount";
                } | {
                    amount: number;
                    /** @constant */
                    kind: "worth";
                    units: number;
                };
                /** @constant */
                kind: "discount";
                offer?: string;
            } | {
                item: string;
                /** @constant */
                kind: "product";
                pieces: number;
            } | {
                /** @constant */
                kind: "service";
            } | {
                /** @constant */
                kind: "gift";
            } | {
                at?: number;
                /** @constant */
                kind: "event";
                place?: string;
            } | {
                /** @constant */
                kind: "donation";
                to: string;
            } | {
                /** @constant */
                kind: "partner";
            };
        };
        Rfm: {
            asOf: number;
            cells: {
                frequency: number;
                people: number;
                recency: number;
                revenue: number;
                revenueShare: number | null;
                /** @enum {string} */
                segment: "champion" | "loyal" | "potential-loyalist" | "new" | "promising" | "need-attention" | "about-to-sleep" | "at-risk" | "cannot-lose" | "hibernating";
                share: number | null;
            }[];
            frequency: {
                fifths: {
                    from: number;
                    people: number;
                    score: number;
                    to: number;
                }[];
                thresholds: number[];
            };
            people: number;
            recency: {
                fifths: {
                    from: number;
                    people: number;
                    score: number;
                    to: number;
                }[];
                thresholds: number[];
            };
            revenue: number;
            segments: {
                meanOrders: number | null;
                meanRecency: number | null;
                meanValue: number | null;
                people: number;
                revenue: number;
                revenueShare: number | null;
                /** @enum {string} */
                segment: "champion" | "loyal" | "potential-loyalist" | "new" | "promising" | "need-attention" | "about-to-sleep" | "at-risk" | "cannot-lose" | "hibernating";
                share: number | null;
            }[];
            value: {
                fifths: {
                    from: number;
                    people: number;
                    score: number;
                    to: number;
                }[];
                thresholds: number[];
            };
        };
        RungCost: {
            /** @description Null: no experiment with people held back has measured this step. */
            aboveHeld: {
                /** @description Of those treated, beyond what those held back did. */
                climbs: number;
                /** @description Cost ÷ the climbs that would not have happened. Null: none that can be seen. */
                cost: number | null;
                high: number;
                low: number;
                /** @description The share of climbs among those treated that would not have happened; never below 0. */
                share: number;
            } | null;
            /** @description Steps up onto this rung in the time. */
            climbs: number;
            /** @description All costs of the time ÷ climbs, minor units. */
            costPerClimb: number | null;
            rung: string;
        };
        Seasons: {
            asOf: number;
            /** @enum {string} */
            calendar: "jalali" | "gregorian";
            days: number;
            enoughYears: boolean;
            from: number | null;
            hours: {
                hour: number;
                index: number | null;
                orders: number;
                revenue: number;
                revenueIndex: number | null;
            }[];
            months: {
                days: number;
                error: number | null;
                index: number | null;
                month: number;
                orders: number;
                revenue: number;
                revenueIndex: number | null;
            }[];
            monthsFrom: number | null;
            occasions: {
                comings: {
                    besideNowruz: boolean;
                    day: number;
                    effect: number | null;
                    length: number;
                }[];
                enough: boolean;
                lunar: boolean;
                next: number | null;
                /** @enum {string} */
                occasion: "nowruz" | "back-to-school" | "yalda" | "new-year" | "valentine" | "black-friday" | "christmas" | "muharram" | "arbaeen" | "mothers-day" | "fathers-day" | "ramadan" | "eid-al-fitr" | "eid-al-adha" | "ghadir";
                spans: {
                    effect: number | null;
                    error: number | null;
                    expected: number;
                    highest: number | null;
                    lowest: number | null;
                    orders: number;
                    /** @enum {string} */
                    span: "two_weeks_before" | "week_before" | "during" | "week_after" | "two_weeks_after";
                }[];
            }[];
            orders: number;
            ordersWithHour: number;
            revenue: number;
            weekdays: {
                days: number;
                error: number | null;
                index: number | null;
                orders: number;
                revenue: number;
                revenueIndex: number | null;
                weekday: number;
            }[];
        };
        Segment: {
            changedAt: number;
            changedBy: string;
            computing: {
                done: number;
            } | null;
            criteria: components["schemas"]["CriteriaInput"];
            id: number;
            madeAt: number;
            madeBy: string;
            name: string;
            /** @description Null until it was computed for the first time. */
            people: number | null;
            revision: number;
        };
        Session: {
            business: {
                /** @enum {string} */
                calendar: "jalali" | "gregorian";
                currency: string;
                /** @description MM-DD in the calendar of the business. */
                fiscalYearStart: string;
                /** @enum {string} */
                kind: "shop" | "online_shop" | "cafe" | "restaurant" | "beauty" | "clinic" | "gym" | "education" | "services" | "wholesale" | "other";
                /** @enum {string} */
                language: "fa" | "en";
                name: string;
                slug: string;
                /** @enum {string} */
                unit: "rial" | "toman" | "major";
                /** @description Days off, Saturday 0 to Friday 6. */
                weekend: number[];
                zone: string;
            };
            businesses: {
                name: string;
                /** @enum {string} */
                role: "owner" | "manager" | "sales" | "support" | "cashier" | "analyst";
                slug: string;
            }[];
            role: ("owner" | "manager" | "sales" | "support" | "cashier" | "analyst") | null;
            scopes: ("facts:write" | "people:read" | "people:write" | "people:export" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "settings:write" | "staff:write" | "keys:write" | "hooks:write" | "insight:read" | "insight:write" | "club:read" | "club:write" | "till:write" | "sales:read" | "sales:write" | "sales:manage" | "audit:read" | "metrics:read")[];
            /** @description Null: a key asks. */
            user: {
                /**
                 * @description The digits they read; `language`: those of the language.
                 * @enum {string}
                 */
                digits: "language" | "persian" | "latin";
                email: string;
                id: string;
                /** @enum {string} */
                language: "fa" | "en";
                name: string;
            } | null;
        };
        StepWorth: {
            /** @description The share that climbs within the window without anything being spent. */
            anyway: number;
            /** @description What one of them would leave more, one rung higher, under the assumptions; minor units. */
            gain: number;
            /** @description 95 in 100, for the past differing by chance alone. */
            high: number;
            low: number;
            /** @description The most it is sensible to spend for one climb; minor units. */
            mostPerClimb: number;
            /** @description And on one of them once, since few climb because of it. */
            mostPerPerson: number;
            /** @description Who stand there today. */
            people: number;
            /** @description So many times it is sensible to spend on the same person, a window apart. Null: no cost for one was said. */
            rounds: number | null;
            /**
             * @description `unsure`: probably, and nought is within the interval. `not_worth`: no gain was seen.
             * @enum {string}
             */
            verdict: "worth" | "unsure" | "not_worth";
        };
        TillDevice: {
            branch: string | null;
            id: number;
            /** @description The highest number among its slips; 0: it has sent none. */
            lastSlip: number;
            madeAt: number;
            madeBy: string;
            name: string;
            revokedAt: number | null;
            revokedBy: string | null;
        };
        TillHint: {
            code: string;
            detail?: {
                [key: string]: string | number;
            };
            sentence: string;
        };
        TillOrder: {
            /** @description By the clock of the till. */
            at: number;
            basket: {
                branch?: string;
                channel?: string;
                lines: {
                    group?: string;
                    item: string;
                    /** @enum {string} */
                    kind?: "goods" | "shipping" | "gift-card";
                    name?: string;
                    quantity: number;
                    tax?: number;
                    unitCost?: number;
                    unitPrice: number;
                }[];
                method?: string;
            };
            by: string;
            device: number | null;
            /** @description What was paid in money. */
            due: number;
            method: string | null;
            number: string;
            person: number | null;
            postedAt: number | null;
            priced: {
                byGiftCards: number;
                byWallets: number;
                claims: {
                    add: number;
                    key: string;
                    limit: number | null;
                    /** @enum {string} */
                    of: "person" | "all";
                    parts: {
                        add: number;
                        /** @enum {string} */
                        counts: "uses" | "money" | "units";
                        source: string;
                    }[];
                }[];
                decisions: {
                    amount: number;
                    asked: number;
                    cost: number;
                    lines: number[];
                    name: {
                        en: string;
                        fa: string;
                    };
                    offer?: {
                        key: string;
                        version: number;
                    };
                    /** @enum {string} */
                    outcome: "applied" | "trimmed" | "swapped" | "skipped";
                    perk?: {
                        en: string;
                        fa: string;
                    };
                    proposal?: {
                        cost: number;
                        discount: number;
                        instead: number;
                        name: {
                            en: string;
                            fa: string;
                        };
                        perk: string;
                    };
                    reasons: {
                        code: string;
                        detail?: {
                            [key: string]: string | number;
                        };
                    }[];
                    source: string;
                }[];
                discount: number;
                due: number;
                earned: {
                    availableFrom: number;
                    expiresAt: number | null;
                    lines: number[];
                    points: number;
                    reasons: {
                        code: string;
                        detail?: {
                            [key: string]: string | number;
                        };
                    }[];
                    rule: string;
                    wallet: string;
                }[];
                giftCards: {
                    amount: number;
                    card: number;
                    lines: number[];
                }[];
                gross: number;
                lines: {
                    byGiftCards: number;
                    byWallets: number;
                    cost: number | null;
                    discount: number;
                    due: number;
                    floor: number;
                    gross: number;
                    net: number;
                    tax: number;
                }[];
                margin: {
                    amount: number;
                    costedShare: number;
                    /** @enum {string} */
                    rateFrom: "stated" | "assumed";
                };
                net: number;
                notEarned: {
                    reasons: {
                        code: string;
                        detail?: {
                            [key: string]: string | number;
                        };
                    }[];
                    rule: string;
                }[];
                payments: {
                    amount: number;
                    asked: number;
                    /** @enum {string} */
                    outcome: "applied" | "trimmed" | "skipped";
                    proof: boolean;
                    reasons: {
                        code: string;
                        detail?: {
                            [key: string]: string | number;
                        };
                    }[];
                    source: string;
                }[];
                spent: {
                    lines: number[];
                    points: number;
                    reward?: string;
                    wallet: string;
                    worth: number;
                }[];
                tax: number;
            };
            quote: number | null;
            /** @description Pieces of each line that have come back. */
            returned: number[];
            returns: {
                at: number;
                by: string;
                /** @enum {string} */
                kind: "return" | "cancel";
                lines: {
                    line: number;
                    quantity: number;
                }[];
                place: number;
                plan: {
                    counters: {
                        key: string;
                        /** @enum {string} */
                        of: "person" | "all";
                        subtract: number;
                    }[];
                    discount: number;
                    discounts: {
                        amount: number;
                        source: string;
                    }[];
                    earned: {
                        lines: number[];
                        points: number;
                        rule: string;
                        wallet: string;
                    }[];
                    everything: boolean;
                    giftCards: {
                        amount: number;
                        card: number;
                    }[];
                    gross: number;
                    lines: {
                        byGiftCards: number;
                        byWallets: number;
                        discount: number;
                        gross: number;
                        money: number;
                        net: number;
                        pieces: number;
                        place: number;
                        tax: number;
                    }[];
                    money: number;
                    net: number;
                    perksEnded: string[];
                    spent: {
                        points: number;
                        reward?: string;
                        spent: number;
                        wallet: string;
                        worth: number;
                    }[];
                    tax: number;
                };
                reason: string;
            }[];
            slip: number | null;
            /** @enum {string} */
            state: "open" | "closed" | "partially_returned" | "returned" | "cancelled";
        };
        TillProofAsked: {
            challenge: string;
            expiresAt: number;
            /** @description The mobile it was sent to, all but its ends hidden. */
            to: string;
        };
        TillQuote: {
            /** @description Null: a dry run, which is kept nowhere. */
            id: number | null;
            order: string | null;
            person: number | null;
            priced: {
                byGiftCards: number;
                byWallets: number;
                claims: {
                    add: number;
                    key: string;
                    limit: number | null;
                    /** @enum {string} */
                    of: "person" | "all";
                    parts: {
                        add: number;
                        /** @enum {string} */
                        counts: "uses" | "money" | "units";
                        source: string;
                    }[];
                }[];
                decisions: {
                    amount: number;
                    asked: number;
                    cost: number;
                    lines: number[];
                    name: {
                        en: string;
                        fa: string;
                    };
                    offer?: {
                        key: string;
                        version: number;
                    };
                    /** @enum {string} */
                    outcome: "applied" | "trimmed" | "swapped" | "skipped";
                    perk?: {
                        en: string;
                        fa: string;
                    };
                    proposal?: {
                        cost: number;
                        discount: number;
                        instead: number;
                        name: {
                            en: string;
                            fa: string;
                        };
                        perk: string;
                    };
                    reasons: {
                        code: string;
                        detail?: {
                            [key: string]: string | number;
                        };
                    }[];
                    source: string;
                }[];
                discount: number;
                due: number;
                earned: {
                    availableFrom: number;
                    expiresAt: number | null;
                    lines: number[];
                    points: number;
                    reasons: {
                        code: string;
                        detail?: {
                            [key: string]: string | number;
                        };
                    }[];
                    rule: string;
                    wallet: string;
                }[];
                giftCards: {
                    amount: number;
                    card: number;
                    lines: number[];
                }[];
                gross: number;
                lines: {
                    byGiftCards: number;
                    byWallets: number;
                    cost: number | null;
                    discount: number;
                    due: number;
                    floor: number;
                    gross: number;
                    net: number;
                    tax: number;
                }[];
                margin: {
                    amount: number;
                    costedShare: number;
                    /** @enum {string} */
                    rateFrom: "stated" | "assumed";
                };
                net: number;
                notEarned: {
                    reasons: {
                        code: string;
                        detail?: {
                            [key: string]: string | number;
                        };
                    }[];
                    rule: string;
                }[];
                payments: {
                    amount: number;
                    asked: number;
                    /** @enum {string} */
                    outcome: "applied" | "trimmed" | "skipped";
                    proof: boolean;
                    reasons: {
                        code: string;
                        detail?: {
                            [key: string]: string | number;
                        };
                    }[];
                    source: string;
                }[];
                spent: {
                    lines: number[];
                    points: number;
                    reward?: string;
                    wallet: string;
                    worth: number;
                }[];
                tax: number;
            };
            /** @description These (`wallet:<key>`, `reward:<key>`) ask for a one-time code at the commit. */
            proof: {
                of: string[];
            } | null;
            say: components["schemas"]["TillHint"][];
            /** @enum {string} */
            state: "open" | "committed" | "released" | "expired";
            until: number | null;
        };
        TillReturned: {
            /** @description Gift cards bought with it that are good for nothing now. */
            cardsEnded: number[];
            /** @description What is to be paid back in money. */
            money: number;
            order: string;
            plan: {
                counters: {
                    key: string;
                    /** @enum {string} */
                    of: "person" | "all";
                    subtract: number;
                }[];
                discount: number;
                discounts: {
                    amount: number;
                    source: string;
                }[];
                earned: {
                    lines: number[];
                    points: number;
                    rule: string;
                    wallet: string;
                }[];
                everything: boolean;
                giftCards: {
                    amount: number;
                    card: number;
                }[];
                gross: number;
                lines: {
                    byGiftCards: number;
                    byWallets: number;
                    discount: number;
                    gross: number;
                    money: number;
                    net: number;
                    pieces: number;
                    place: number;
                    tax: number;
                }[];
                money: number;
                net: number;
                perksEnded: string[];
                spent: {
                    points: number;
                    reward?: string;
                    spent: number;
                    wallet: string;
                    worth: number;
                }[];
                tax: number;
            };
            restored: {
                /** @description Of these, units that had ended before and stay so. */
                expired: number;
                units: number;
                wallet: string;
            }[];
            reversed: {
                /** @description Of these, units the customer owes now. */
                debt: number;
                rule: string;
                units: number;
                wallet: string;
                /** @description Of these, units nobody is asked for. */
                writtenOff: number;
            }[];
            /** @enum {string} */
            state: "open" | "closed" | "partially_returned" | "returned" | "cancelled";
        };
        TillSlip: {
            /** @description As it was sent. */
            body: string;
            device: number;
            note: string | null;
            /** @description The order it became; null: none yet. */
            order: string | null;
            /** @enum {string} */
            outcome: "posted" | "review" | "reviewed";
            reasons: {
                code: string;
                sentence: string;
            }[];
            receivedAt: number;
            reviewedAt: number | null;
            reviewedBy: string | null;
            sequence: number;
        };
        TrackedEventInput: {
            anonymousId?: string | number | null;
            context?: ({
                traits?: {
                    [key: string]: unknown;
                } | null;
            } & {
                [key: string]: unknown;
            }) | null;
            event?: string;
            messageId?: string | number | null;
            name?: string | null;
            originalTimestamp?: string | number | null;
            previousId?: string | number | null;
            properties?: {
                [key: string]: unknown;
            } | null;
            timestamp?: string | number | null;
            traits?: {
                [key: string]: unknown;
            } | null;
            type?: string;
            userId?: string | number | null;
        } & {
            [key: string]: unknown;
        };
        TraitWord: {
            /**
             * @description No longer told; what was told is called as before.
             * @constant
             */
            archived?: true;
            choices?: string[];
            en: string;
            fa: string;
            /** @enum {string} */
            kind: "text" | "number" | "money" | "flag" | "day";
            /** @description As it stands in `data.trait` of `trait.changed`. */
            trait: string;
        };
        UnitCost: {
            changedAt: number;
            changedBy: string;
            cost: number;
            item: string;
        };
        Uplift: {
            /** @description 95 in 100 however often it is looked at; wider. */
            always: {
                high: number;
                low: number;
            };
            /** @description Treated less held, for each person assigned. */
            difference: number;
            held: {
                mean: number;
                people: number;
            };
            /** @description 95 in 100 for one look on a day that was set beforehand. */
            once: {
                high: number;
                low: number;
            };
            /** @description For that one look, two-sided. */
            p: number;
            standardError: number;
            /**
             * @description By the interval that holds at every look.
             * @enum {string}
             */
            surely: "more" | "less" | "open";
            treated: {
                mean: number;
                people: number;
            };
        };
        Voucher: {
            batch: number;
            disabled: boolean;
            /** @description Uses that open quotes keep aside. */
            held: number;
            id: number;
            /** @description Good for this person alone. */
            person: number | null;
            /** @enum {string} */
            state: "ready" | "held" | "used" | "disabled";
            /** @description The last four signs; null where the codes are sealed. */
            tail: string | null;
            used: number;
            validUntil: number | null;
        };
        VoucherBatch: {
            asked: number;
            changedAt: number;
            changedBy: string;
            disabled: boolean;
            id: number;
            /** @enum {string} */
            kind: "drawn" | "word" | "reward";
            made: number;
            madeAt: number;
            madeBy: string;
            name: string;
            offer: string;
            /** @description Whether the codes can still be printed; false once they are sealed. */
            printable: boolean;
            revision: number;
            /** @enum {string} */
            state: "waiting" | "making" | "stopped" | "done";
            /** @description How often each code may be used by everybody together; null: without limit. */
            uses: number | null;
            /** @description How often one person may use each code; null: without limit. */
            usesPerPerson: number | null;
            /** @description From this instant on; null: at once. */
            validFrom: number | null;
            /** @description Up to but without this instant; null: as long as it takes. */
            validUntil: number | null;
            word: string | null;
        };
        WhatIf: {
            asOf: number;
            changed: number;
            changes: {
                from: string;
                personId: number;
                to: string;
            }[];
            draft: {
                key: string;
                people: number;
            }[];
            history: {
                at: number;
                draft: {
                    key: string;
                    people: number;
                }[];
                published: {
                    key: string;
                    people: number;
                }[];
            }[];
            ladder: string;
            moves: {
                from: string;
                people: number;
                to: string;
            }[];
            people: number;
            published: {
                key: string;
                people: number;
            }[];
            steps: {
                draft: {
                    down: number;
                    up: number;
                };
                published: {
                    down: number;
                    up: number;
                };
            };
            /** @description Null: nothing is published yet, and the draft stands alone. */
            version: number | null;
        };
        Words: {
            en: string;
            fa: string;
        };
        WordsInput: {
            en: string;
            fa: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signInWithCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description True: the password was right, and a code is asked for by /api/auth/sign-in/code. */
                        secondFactor: boolean;
                        user: {
                            email: string;
                            name: string;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    rememberMe?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description True: the password was right, and a code is asked for by /api/auth/sign-in/code. */
                        secondFactor: boolean;
                        user: {
                            email: string;
                            name: string;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    digits?: "language" | "persian" | "latin";
                    /** @enum {string} */
                    language?: "fa" | "en";
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        business: {
                            name: string;
                            slug: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                        uri: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accountSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: {
                            /** @description The one that asks. */
                            current: boolean;
                            id: string;
                            /** @description To the day. */
                            seenAt: number;
                            since: number;
                            until: number;
                            userAgent: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Also the browser that asks. */
                    here: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackedEventInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: {
                            /** @description Stable; docs/reference/refusals.md has a line for each. */
                            code: string;
                            /** @description The input it is about, as a path. */
                            field?: string;
                            messageId: string;
                            /** @description Why, in the language of the reader. */
                            sentence: string;
                        }[];
                        stored: number;
                        /** @enum {boolean} */
                        success: true;
                        unchanged: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("facts:write" | "people:read" | "people:write" | "people:export" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "settings:write" | "staff:write" | "keys:write" | "hooks:write" | "insight:read" | "insight:write" | "club:read" | "club:write" | "till:write" | "sales:read" | "sales:write" | "sales:manage" | "audit:read" | "metrics:read")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Told once. Null when the request is a repetition: revoke the key and make another. */
                        key: string | null;
                        record: components["schemas"]["ApiKey"];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    batch: components["schemas"]["TrackedEventInput"][];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: {
                            /** @description Stable; docs/reference/refusals.md has a line for each. */
                            code: string;
                            /** @description The input it is about, as a path. */
                            field?: string;
                            messageId: string;
                            /** @description Why, in the language of the reader. */
                            sentence: string;
                        }[];
                        stored: number;
                        /** @enum {boolean} */
                        success: true;
                        unchanged: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    business: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessSettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    calendar?: "jalali" | "gregorian";
                    confirm?: boolean;
                    currency?: string;
                    fiscalYearStart?: string;
                    /** @enum {string} */
                    kind?: "shop" | "online_shop" | "cafe" | "restaurant" | "beauty" | "clinic" | "gym" | "education" | "services" | "wholesale" | "other";
                    /** @enum {string} */
                    language?: "fa" | "en";
                    name?: string;
                    /** @description That of the settings the change was made from. */
                    revision: number;
                    /** @enum {string} */
                    unit?: "rial" | "toman" | "major";
                    weekend?: number[];
                    zone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessSettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    foundBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    calendar?: "jalali" | "gregorian";
                    currency?: string;
                    /** @description MM-DD in the calendar of the business. */
                    fiscalYearStart?: string;
                    /** @enum {string} */
                    kind?: "shop" | "online_shop" | "cafe" | "restaurant" | "beauty" | "clinic" | "gym" | "education" | "services" | "wholesale" | "other";
                    /** @enum {string} */
                    language?: "fa" | "en";
                    name: string;
                    slug: string;
                    /** @enum {string} */
                    unit?: "rial" | "toman" | "major";
                    /** @description Days off, Saturday 0 to Friday 6. */
                    weekend?: number[];
                    zone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        business: {
                            name: string;
                            slug: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    club: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Club"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubBooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closed: components["schemas"]["ClubClosedMonth"][];
                        estimates: components["schemas"]["ClubEstimate"][];
                        /** @description Every month of the club so far, the first first. */
                        months: string[];
                        /** @description What the wallets of the published programme are called. */
                        names: {
                            en: string;
                            fa: string;
                            wallet: string;
                        }[];
                        proof: {
                            closing: number;
                            debts: number;
                            difference: number;
                            /** @enum {string} */
                            holder: "person" | "card";
                            left: number;
                            wallet: string;
                        }[];
                        rolledAt: number | null;
                        rolledThrough: string | null;
                        terms: components["schemas"]["ClubTerms"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubAccounts"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeClubAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accounts: {
                        "card-clearing"?: {
                            code: string;
                            name: string;
                        };
                        "card-liability"?: {
                            code: string;
                            name: string;
                        };
                        "debts-recovered"?: {
                            code: string;
                            name: string;
                        };
                        "deferred-revenue"?: {
                            code: string;
                            name: string;
                        };
                        "marketing-cost"?: {
                            code: string;
                            name: string;
                        };
                        "opening-balance"?: {
                            code: string;
                            name: string;
                        };
                        "points-provision"?: {
                            code: string;
                            name: string;
                        };
                        "points-redeemed"?: {
                            code: string;
                            name: string;
                        };
                        "points-revenue"?: {
                            code: string;
                            name: string;
                        };
                        receivable?: {
                            code: string;
                            name: string;
                        };
                        sales?: {
                            code: string;
                            name: string;
                        };
                        unclaimed?: {
                            code: string;
                            name: string;
                        };
                    };
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubAccounts"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubBalancesAsOf: {
        parameters: {
            query?: {
                /** @description Of what was posted by the end of this day; today if absent. */
                posted?: string;
                /** @description Of what happened by the end of this day; all of it if absent. */
                happened?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balances: {
                            /** @enum {string} */
                            holder: "person" | "card";
                            units: number;
                            wallet: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeClubEstimate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description After how many months units expire; null: never. */
                    lasts: number | null;
                    /** @description Null: what the cohorts say. */
                    rate: number | null;
                    reason: string;
                    wallet: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubEstimate"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryClubEstimate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description After how many months units expire; null: never. */
                    lasts: number | null;
                    /** @description Null: what the cohorts say. */
                    rate: number | null;
                    wallet: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubTrueUpTried"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubGiftCardLiability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ages: components["schemas"]["ClubCardsOfAge"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubJournal: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                language?: "fa" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubMonth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closed: components["schemas"]["ClubClosedMonth"] | null;
                        wallets: components["schemas"]["ClubWalletMonth"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeClubMonth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubClosedMonth"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubCohorts: {
        parameters: {
            query: {
                wallet: string;
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cohorts: components["schemas"]["ClubBookCohort"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubReceivables: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        debtors: components["schemas"]["ClubDebtor"][];
                        next: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubRedemption: {
        parameters: {
            query: {
                wallet: string;
                /** @description After how many months units expire. */
                lasts?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        estimate: components["schemas"]["ClubRedemptionEstimate"];
                        forecast: components["schemas"]["ClubForecast"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rollClubBooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rolledAt: number;
                        wrong: {
                            difference: number;
                            wallet: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubRollForward: {
        parameters: {
            query?: {
                by?: "month" | "day";
                from?: string;
                /** @description Belongs to it. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            closed: boolean;
                            /** @enum {string} */
                            holder: "person" | "card";
                            /** @description `1405-01`, or a day `2026-03-21`. */
                            period: string;
                            rolled: components["schemas"]["ClubRolled"];
                            wallet: string;
                        }[];
                        pending: {
                            units: number;
                            wallet: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sayClubTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What units cost the business when they are redeemed. */
                    cost: {
                        /** @description What so many units come to, minor units. */
                        amount: number;
                        points: number;
                    };
                    /** @description Absent: the month that is open. */
                    fromMonth?: string;
                    /** @enum {string} */
                    method: "exact" | "whole-percent";
                    reason: string;
                    /** @description What they would sell for beside the goods: their face value. */
                    standAlone: {
                        /** @description What so many units come to, minor units. */
                        amount: number;
                        points: number;
                    };
                    wallet: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubTerms"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubWhoPays: {
        parameters: {
            query: {
                aspect: "reason" | "rule" | "campaign" | "rung" | "level";
                from?: string;
                /** @description Belongs to it. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: components["schemas"]["ClubPaying"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjustClub: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        /** @description By which a line that is sent again is known. */
                        key: string;
                        /** @description The last day it is good for; null: it never ends; absent: as the wallet says. */
                        lastDay?: string | null;
                        /** @description A number, or any identifier: a mobile … */
                        person: number | string;
                        reason: string;
                        units: number;
                        wallet: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: ({
                            person: number;
                            /** @enum {string} */
                            status: "posted" | "unchanged";
                            transaction: number;
                        } | {
                            refusal: components["schemas"]["Refusal"];
                            /** @enum {string} */
                            status: "refused";
                        })[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    awards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A year of the calendar of the business. */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        awards: components["schemas"]["AnnualAward"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveAward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A year of the calendar of the business. */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isPublic: boolean;
                    person: number;
                    place: number;
                    title: {
                        en: string;
                        fa: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnualAward"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    awardCandidates: {
        parameters: {
            query?: {
                count?: number;
                least?: number;
            };
            header?: never;
            path: {
                /** @description A year of the calendar of the business. */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        candidates: {
                            name: string | null;
                            orders: number;
                            person: number;
                            place: number;
                            score: number;
                            spent: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    budgets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        budgets: components["schemas"]["BudgetUse"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubDraft"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepClubDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: components["schemas"]["ProgrammeInput"];
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardClubDraft: {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishClub: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulateClub: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The first day; a year before the last where it is left out. */
                    from?: string;
                    /** @description What is kept of the revenue, in hundredths of a percent; without it no margin is told. */
                    marginRate?: number;
                    /** @description Share of what they could spend that people spend with each order, in hundredths of a percent. */
                    spends?: number;
                    /** @description The last day; today where it is left out. */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        simulation: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubEvaluations: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        evaluations: components["schemas"]["ClubEvaluation"][];
                        next: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGiftCards: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                person?: number;
                tail?: string;
                state?: "active" | "frozen" | "refunded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cards: components["schemas"]["GiftCard"][];
                        next: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Minor units. A card of nothing is not made. */
                    amount: number;
                    expiresAt: number | null;
                    note?: string;
                    /** @description Whether somebody paid for it; what is given for nothing is a cost of marketing. */
                    paid: boolean;
                    person: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCardTold"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        available: number;
                        expiresAt: number | null;
                        id: number;
                        /** @description Why it cannot be used now. */
                        refused: components["schemas"]["Refusal"] | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giftCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCardDetails"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expiresAt: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCard"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freezeGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCard"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recodeGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCardTold"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which payment; 1, the purchase of the card itself, where it is left out. */
                    place?: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        card: components["schemas"]["GiftCard"];
                        /** @description What went off the card: so much is owed back to who paid. */
                        refunded: number;
                        /** @description What of the money had been used already. */
                        used: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    topUpGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Minor units. A card of nothing is not made. */
                    amount: number;
                    paid: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCard"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transferGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCardTold"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unfreezeGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftCard"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offerSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOfferSettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOfferSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    settings: components["schemas"]["OfferSettingsInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOfferSettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOffers: {
        parameters: {
            query?: {
                state?: "draft" | "active" | "archived";
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        offers: components["schemas"]["KeptOffer"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeOffer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOffer"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOffer"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    offer: components["schemas"]["OfferInput"];
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOffer"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choosePeople: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    add?: number[];
                    remove?: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOffer"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setOfferState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    /** @enum {string} */
                    state: "draft" | "active" | "archived";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOffer"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    partnersOwed: {
        parameters: {
            query?: {
                from?: number;
                until?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partners: components["schemas"]["PartnerOwed"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    partnerEntries: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            amount: number;
                            at: number;
                            by: string;
                            id: number;
                            /** @enum {string} */
                            kind: "redeemed" | "cancelled" | "settled";
                            note: string;
                            redemption: number | null;
                        }[];
                        next: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settlePartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: number;
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerOwed"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPortalSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePortalSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether somebody whom the business does not know yet may join. */
                    joining: boolean;
                    /** @description Whether customers see anything at all. */
                    open: boolean;
                    revision: number;
                    /** @description What customers are told a rung is called, by its key. */
                    rungs: {
                        [key: string]: components["schemas"]["WordsInput"];
                    };
                    /** @description A sentence on the first page; empty: none. */
                    welcome: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        presets: {
                            costs: {
                                en: string;
                                fa: string;
                            };
                            description: {
                                en: string;
                                fa: string;
                            };
                            key: string;
                            programme: components["schemas"]["ProgrammeInput"];
                            title: {
                                en: string;
                                fa: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRedemptions: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                person?: number;
                reward?: string;
                state?: "open" | "handed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: number | null;
                        redemptions: components["schemas"]["Redemption"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handOverReward: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redemption"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redemption"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRedemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Units that went back to lots which have ended meanwhile. */
                        expired: number;
                        redemption: components["schemas"]["Redemption"];
                        /** @description Units that are there again. */
                        restored: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReferrals: {
        parameters: {
            query?: {
                state?: "open" | "joined" | "paying" | "paid" | "taken-back" | "lapsed" | "review" | "refused";
                referrer?: number;
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: number | null;
                        referrals: components["schemas"]["Referral"][];
                        /** @description Of the programme in force: what the wallets are called. */
                        wallets: {
                            key: string;
                            name: {
                                en: string;
                                fa: string;
                            };
                            /** @enum {string} */
                            unit: "points" | "money" | "coin";
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimReferral: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel?: string;
                    /** @description The personal code, as it was typed, scanned or brought by a link. */
                    code: string;
                    /** @description Who was brought: somebody known, or whoever is meant; they are entered if nobody knows them. */
                    friend: {
                        id: number;
                    } | {
                        email?: string;
                        external?: string;
                        mobile?: string;
                        name?: string;
                    };
                    /** @description What the friend was seen with; compared with what the referrer and their other friends were seen with. */
                    seenWith?: {
                        address?: string;
                        /** @description The hash of a card, as a payment gateway tells it; a number is refused. */
                        card?: string;
                        device?: string;
                        network?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    topReferrers: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        margin: {
                            rate: number;
                            /** @description False: nobody has said it; the usual one is assumed. */
                            stated: boolean;
                        };
                        next: string | null;
                        referrers: {
                            /** @description The number under which they brought these friends. */
                            as: number;
                            converted: number;
                            friends: number;
                            inReview: number;
                            joined: number;
                            /** @description By the rate of the business. */
                            margin: number;
                            person: {
                                id: number;
                                name: string | null;
                            };
                            revenue: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    referralTree: {
        parameters: {
            query?: {
                depth?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        broughtBy: {
                            id: number;
                            name: string | null;
                        } | null;
                        converted: number;
                        /** @description There are more than are shown, and what they were worth is not in it. */
                        cut: boolean;
                        friends: number;
                        levels: {
                            converted: number;
                            friends: number;
                            level: number;
                            /** @description By the rate of the business. */
                            margin: number;
                            revenue: number;
                        }[];
                        margin: number;
                        marginBy: {
                            rate: number;
                            /** @description False: nobody has said it; the usual one is assumed. */
                            stated: boolean;
                        };
                        people: {
                            level: number;
                            margin: number;
                            person: {
                                id: number;
                                name: string | null;
                            };
                            referral: number;
                            referrer: number;
                            revenue: number;
                            /** @enum {string} */
                            state: "open" | "joined" | "paying" | "paid" | "taken-back" | "lapsed" | "review" | "refused";
                        }[];
                        person: number;
                        revenue: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveReferral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description Of the referral as it was seen. */
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseReferral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description Of the referral as it was seen. */
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRewards: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                state?: "draft" | "active" | "archived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: number | null;
                        rewards: components["schemas"]["KeptReward"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftReward: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RewardInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptReward"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptReward"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: components["schemas"]["RewardInput"];
                    revision: number;
                    /** @enum {string} */
                    state: "draft" | "active" | "archived";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptReward"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addRewardImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        image: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rewardImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                image: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeRewardImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                image: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askRewardProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person: number;
                    units?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                        expiresAt: number;
                        to: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeemReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person: number;
                    /** @description The one-time code that the customer was sent or shows. */
                    proof?: {
                        /** @description As it was told when the code was asked for; left out for one the customer shows. */
                        challenge?: string;
                        code: string;
                    };
                    /** @description How many to spend, where the reward lets the customer choose; the least where it is left out. */
                    units?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redeemed"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                simulation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubSimulation"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopClubSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                simulation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stopped: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubVersions: {
        parameters: {
            query?: {
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: number | null;
                        versions: {
                            name: {
                                en: string;
                                fa: string;
                            };
                            note: string | null;
                            publishedAt: number;
                            publishedBy: string;
                            rules: number;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clubVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubVersion"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVoucherBatches: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                offer?: string;
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batches: components["schemas"]["VoucherBatch"][];
                        next: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeVouchers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description So many codes drawn by chance. Either this or `word`. */
                    count?: number;
                    name: string;
                    /** @description The offer that a code brings. */
                    offer: string;
                    /** @description How often each code may be used by everybody together; null: without limit. */
                    uses: number | null;
                    /** @description How often one person may use each code; null: without limit. */
                    usesPerPerson: number | null;
                    /** @description From this instant on; null: at once. */
                    validFrom: number | null;
                    /** @description Up to but without this instant; null: as long as it takes. */
                    validUntil: number | null;
                    /** @description One code that may be known to everybody, like NOWRUZ. */
                    word?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherBatch"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherBatch"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkVoucher: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    person?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batch: number;
                        id: number;
                        name: string;
                        offer: string;
                        /** @description Why it cannot be used now. */
                        refused: components["schemas"]["Refusal"] | null;
                        uses: number | null;
                        usesPerPerson: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    voucherBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherBatch"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeVoucherBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disabled: boolean;
                    name: string;
                    revision: number;
                    /** @description How often each code may be used by everybody together; null: without limit. */
                    uses: number | null;
                    /** @description How often one person may use each code; null: without limit. */
                    usesPerPerson: number | null;
                    /** @description From this instant on; null: at once. */
                    validFrom: number | null;
                    /** @description Up to but without this instant; null: as long as it takes. */
                    validUntil: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherBatch"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVouchers: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: number | null;
                        vouchers: components["schemas"]["Voucher"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveVoucher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person: number;
                    validUntil: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string | null;
                        id: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadVouchers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeVoucher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                code: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disabled: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Voucher"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeVouchers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherBatch"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sealVouchers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherBatch"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    voucherSheet: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopVouchers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherBatch"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openConflicts: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conflicts: {
                            candidates: number[];
                            /** @description How many facts wait for the decision. */
                            facts: number;
                            id: number;
                            identifiers: {
                                /** @enum {string} */
                                kind: "external" | "mobile" | "email" | "anonymous";
                                value: string;
                            }[];
                            /** @enum {string} */
                            kind: "two_people" | "shared_identifier" | "likely";
                            noticedAt: number;
                            /** @description Of a likeness: why they are thought to be one. */
                            reasons: string[];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideConflict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decide: "assign";
                    person: number;
                } | {
                    /** @enum {string} */
                    decide: "merge";
                    into: number;
                } | {
                    /** @enum {string} */
                    decide: "dismiss";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decide: "assign";
                    person: number;
                } | {
                    /** @enum {string} */
                    decide: "merge";
                    into: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customFacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description That was everything there is. */
                        all: boolean;
                        facts: {
                            archived: boolean;
                            changedAt: number | null;
                            changedBy: string | null;
                            en: string;
                            fa: string;
                            fields: {
                                [key: string]: {
                                    choices?: string[];
                                    en: string;
                                    fa: string;
                                    /** @enum {string} */
                                    kind: "text" | "number" | "money" | "flag" | "day";
                                    /** @enum {boolean} */
                                    required?: true;
                                };
                            };
                            name: string;
                            /** @description How often, among the facts looked at. */
                            told: number;
                        }[];
                        /** @description So many of the newest were looked at. */
                        looked: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declareCustomFact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    en?: string;
                    fa?: string;
                    fields: {
                        [key: string]: {
                            /** @description Of a text: the only values it may have, in the order in which they are offered. */
                            choices?: string[];
                            en?: string;
                            fa?: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "money" | "flag" | "day";
                            /** @enum {boolean} */
                            required?: true;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        en: string;
                        fa: string;
                        fields: {
                            [key: string]: {
                                choices?: string[];
                                en: string;
                                fa: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "money" | "flag" | "day";
                                /** @enum {boolean} */
                                required?: true;
                            };
                        };
                        name: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveCustomFact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archived: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archived: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fitOfCustomFact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    en?: string;
                    fa?: string;
                    fields: {
                        [key: string]: {
                            /** @description Of a text: the only values it may have, in the order in which they are offered. */
                            choices?: string[];
                            en?: string;
                            fa?: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "money" | "flag" | "day";
                            /** @enum {boolean} */
                            required?: true;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fit"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeeds: {
        parameters: {
            query?: {
                by?: string;
                deed?: "award.given" | "business.changed" | "business.founded" | "club.accounts_named" | "club.adjusted" | "club.discarded" | "club.drafted" | "club.estimated" | "club.month_closed" | "club.published" | "club.terms_said" | "conflict.decided" | "cost.changed" | "cost.entered" | "cost.imported" | "cost.removed" | "custom_fact.archived" | "custom_fact.restored" | "custom_fact.saved" | "experiment.changed" | "experiment.drafted" | "experiment.removed" | "experiment.started" | "experiment.stopped" | "gift_card.extended" | "gift_card.frozen" | "gift_card.issued" | "gift_card.recoded" | "gift_card.refunded" | "gift_card.topped_up" | "gift_card.transferred" | "gift_card.unfrozen" | "hook.changed" | "hook.made" | "hook.removed" | "hook.replayed" | "hook.rotated" | "hook.stopped" | "import.begun" | "import.stopped" | "import.undone" | "insight.settings_changed" | "key.made" | "key.revoked" | "ladder.archived" | "ladder.discarded" | "ladder.drafted" | "ladder.published" | "ladder.recounted" | "ladder.rolled_back" | "ladder.stopped" | "mapping.removed" | "mapping.saved" | "margin.changed" | "offer.archived" | "offer.changed" | "offer.drafted" | "offer.people_chosen" | "offer.settings_changed" | "order.cancelled" | "order.returned" | "partner.settled" | "people.exported" | "people.merged" | "people.tagged" | "people.unmerged" | "people.untagged" | "person.changed" | "person.file_added" | "person.file_removed" | "person.noted" | "person.pinned" | "person.unpinned" | "referral.approved" | "referral.refused" | "referral.reissued" | "reward.cancelled" | "reward.handed" | "reward.image_added" | "reward.image_removed" | "reward.redeemed" | "reward.saved" | "portal.changed" | "second_factor.off" | "second_factor.on" | "segment.removed" | "segment.saved" | "sign_in.locked" | "slip.reviewed" | "staff.invitation_withdrawn" | "staff.invited" | "staff.joined" | "staff.removed" | "staff.role_changed" | "till.registered" | "till.revoked" | "trait.any_taken" | "trait.archived" | "trait.only_declared" | "trait.restored" | "trait.saved" | "unit_costs.changed" | "vouchers.changed" | "vouchers.code_changed" | "vouchers.exported" | "vouchers.given" | "vouchers.made" | "vouchers.sealed";
                from?: string;
                to?: string;
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Everybody who ever did something; with the first page alone. */
                        authors: {
                            /** @enum {string} */
                            kind: "staff" | "key" | "program";
                            name: string;
                        }[];
                        deeds: components["schemas"]["Deed"][];
                        next: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicates: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duplicates: {
                            because: string[];
                            /** @description How many facts wait for the decision. */
                            facts: number;
                            id: number;
                            identifiers: {
                                /** @enum {string} */
                                kind: "external" | "mobile" | "email" | "anonymous";
                                value: string;
                            }[];
                            /** @enum {string} */
                            kind: "two_people" | "shared_identifier" | "likely";
                            noticedAt: number;
                            /** @description As they are now; one alone when they were merged meanwhile. */
                            people: components["schemas"]["PersonCompared"][];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tellFacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    facts: components["schemas"]["IncomingFactInput"][];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: number;
                        results: {
                            conflictId?: number | null;
                            factId?: number;
                            /** @description Null when nobody is known, or a conflict waits. */
                            personId?: number | null;
                            refusal?: components["schemas"]["Refusal"];
                            /** @enum {string} */
                            status: "stored" | "unchanged" | "refused";
                        }[];
                        stored: number;
                        unchanged: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hooks: components["schemas"]["Hook"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeHook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    enabled?: boolean;
                    events: string[];
                    url: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hook: components["schemas"]["Hook"];
                        /** @description Told once. Null when the request is a repetition: change the secret to get another. */
                        secret: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hook"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description: string;
                    enabled: boolean;
                    events: string[];
                    revision: number;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hook"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeHook: {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hook"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHookMessages: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                state?: "waiting" | "delivered" | "failed";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: components["schemas"]["HookMessage"][];
                        next: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hookMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                message: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookMessageOpened"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayHookMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                message: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookMessageOpened"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayFailedHookMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From messages of this instant on. */
                    since: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        replayed: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeHookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hook: components["schemas"]["Hook"];
                        /** @description Told once. Null when the request is a repetition: change the secret to get another. */
                        secret: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookMessageOpened"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackedEventInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: {
                            /** @description Stable; docs/reference/refusals.md has a line for each. */
                            code: string;
                            /** @description The input it is about, as a path. */
                            field?: string;
                            messageId: string;
                            /** @description Why, in the language of the reader. */
                            sentence: string;
                        }[];
                        stored: number;
                        /** @enum {boolean} */
                        success: true;
                        unchanged: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    batch: components["schemas"]["TrackedEventInput"][];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: {
                            /** @description Stable; docs/reference/refusals.md has a line for each. */
                            code: string;
                            /** @description The input it is about, as a path. */
                            field?: string;
                            messageId: string;
                            /** @description Why, in the language of the reader. */
                            sentence: string;
                        }[];
                        stored: number;
                        /** @enum {boolean} */
                        success: true;
                        unchanged: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importMappings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mappings: components["schemas"]["KeptMapping"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptMapping"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        removed: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imports: components["schemas"]["Import"][];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            /** @description Its cells in the first rows, shortened. */
                            cells: string[];
                            field: string;
                            header: string;
                            /** @description 0 to 1. */
                            sure: number;
                            why: ("header" | "part_of_header" | "unit" | "cells") | null;
                        }[];
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        import: components["schemas"]["Import"];
                        /** @description What the mapping still lacks before it can start; null: nothing. */
                        missing: components["schemas"]["Refusal"] | null;
                        questions: {
                            assumed?: string;
                            code: string;
                            column?: string;
                        }[];
                        rowsEstimated: number;
                        /** @description Whether a mapping kept for such a file was used. */
                        savedMapping: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping: components["schemas"]["PartialMappingInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The first instant told of, epoch milliseconds. */
                        from: number | null;
                        refused: {
                            /** @description Stable; docs/reference/refusals.md has a line for each. */
                            code: string;
                            /** @description The input it is about, as a path. */
                            field?: string;
                            line: number;
                            /** @description Why, in the language of the reader. */
                            sentence: string;
                        }[];
                        /** @description The first rows, as they would be read. */
                        rows: {
                            /** @description In minor units; null where only the whole order tells it. */
                            amount: number | null;
                            at: number | null;
                            email: string;
                            external: string;
                            kind: ("paid" | "placed" | "returned") | null;
                            line: number;
                            mobile: string;
                            name: string;
                            order: string;
                            product: string;
                            refusal: components["schemas"]["Refusal"] | null;
                        }[];
                        summary: components["schemas"]["ImportSummary"];
                        to: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            /** @description Its cells in the first rows, shortened. */
                            cells: string[];
                            field: string;
                            header: string;
                            /** @description 0 to 1. */
                            sure: number;
                            why: ("header" | "part_of_header" | "unit" | "cells") | null;
                        }[];
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        import: components["schemas"]["Import"];
                        /** @description What the mapping still lacks before it can start; null: nothing. */
                        missing: components["schemas"]["Refusal"] | null;
                        questions: {
                            assumed?: string;
                            code: string;
                            column?: string;
                        }[];
                        rowsEstimated: number;
                        /** @description Whether a mapping kept for such a file was used. */
                        savedMapping: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refusedRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows kept aside */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importUndoPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Imports that told some of the same and would be read once more. */
                        again: {
                            fileName: string;
                            id: number;
                        }[];
                        /** @description Those whose file is no longer there: what both told would go. */
                        lost: {
                            fileName: string;
                            id: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Runs that came to their end before it, the newest first. */
                        before: components["schemas"]["InsightRun"][];
                        /** @description Null until one came to its end. */
                        run: components["schemas"]["InsightRun"] | null;
                        settings: components["schemas"]["InsightSettings"];
                        underWay: components["schemas"]["InsightRun"] | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advice: {
        parameters: {
            query?: {
                marginRate?: number;
                horizonMonths?: number;
                discountRate?: number;
                causalShare?: number;
                lift?: number;
                fade?: number;
                costPerPerson?: number;
                /** @description Minor units. The order of spending needs `costPerPerson` as well, here or kept. */
                budget?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        advice: components["schemas"]["Advice"] | null;
                        /** @description When a run counted it last. Null: not yet, and nothing else is told. */
                        countedAt: number | null;
                        ladder: string | null;
                        names: {
                            key: string;
                            name: {
                                en: string;
                                fa: string;
                            };
                        }[];
                        /** @description In the order of `basis.types`; empty where types are not told apart. */
                        types: {
                            key: string;
                            name: {
                                en: string;
                                fa: string;
                            };
                        }[];
                        /** @description The assumptions where none is moved. */
                        usual: {
                            /** @description The share of the difference that climbing itself makes. People who climb differ from others already before. */
                            causalShare: number;
                            /** @description What it costs to spend on one person once, minor units. Null: not said, and nothing can be put in order. */
                            costPerPerson: number | null;
                            /** @description A year: 0.2 makes a year’s 120 worth 100 today. */
                            discountRate: number;
                            /** @description How much of that the next time still does: 0.5 is half as much. */
                            fade: number;
                            /** @description For how long what somebody leaves counts; not longer than was seen. */
                            horizonMonths: number;
                            /** @description Of those who would not climb anyway, the share that does when money is spent on them once. */
                            lift: number;
                            /** @description Of revenue, where no unit costs are known. */
                            marginRate: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adviceForPerson: {
        parameters: {
            query?: {
                marginRate?: number;
                horizonMonths?: number;
                discountRate?: number;
                causalShare?: number;
                lift?: number;
                fade?: number;
                costPerPerson?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        advice: components["schemas"]["PersonAdvice"] | null;
                        /** @description When a run counted it last. Null: not yet, and nothing else is told. */
                        countedAt: number | null;
                        ladder: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightBaskets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null until a run came to its end. */
                        answer: {
                            asOf: number;
                            result: components["schemas"]["Baskets"];
                            run: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightCadence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null until a run came to its end. */
                        answer: {
                            asOf: number;
                            result: components["schemas"]["Cadence"];
                            run: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null until a run came to its end. */
                        answer: {
                            asOf: number;
                            result: components["schemas"]["Channels"];
                            run: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightChannelsYear: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null until a run came to its end. */
                        answer: {
                            asOf: number;
                            result: components["schemas"]["Channels"];
                            run: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightCohorts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null until a run came to its end. */
                        answer: {
                            asOf: number;
                            result: components["schemas"]["Cohorts"];
                            run: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCosts: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                channel?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        costs: components["schemas"]["Cost"][];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterCost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Minor units. */
                    amount: number;
                    campaign: string | null;
                    /** @description Null: of no single channel; it is shared out over all of them. */
                    channel: string | null;
                    from: string;
                    /** @enum {string} */
                    kind: "media" | "wages" | "tools" | "agency" | "gifts" | "commission" | "other";
                    note?: string;
                    /** @description Belongs to it. */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cost"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importCosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    csv: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostsImported"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Minor units. */
                    amount: number;
                    campaign: string | null;
                    /** @description Null: of no single channel; it is shared out over all of them. */
                    channel: string | null;
                    from: string;
                    /** @enum {string} */
                    kind: "media" | "wages" | "tools" | "agency" | "gifts" | "commission" | "other";
                    note?: string;
                    revision: number;
                    /** @description Belongs to it. */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cost"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCost: {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cost"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExperiments: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        experiments: components["schemas"]["Experiment"][];
                        next: number | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperimentDefinitionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    experimentSize: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ten-thousandths held back. */
                    held: number;
                    /** @description Relative: 0.1 is a tenth more. */
                    lift: number;
                    measured: {
                        base: number;
                        /** @enum {string} */
                        what: "share";
                    } | {
                        deviation: number;
                        mean: number;
                        /** @enum {string} */
                        what: "amount";
                    };
                    people: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurability"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    experiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The readings of the last ninety days, the oldest first. */
                        days: {
                            counted: number;
                            day: string;
                            difference: number | null;
                            /** @description Of what decides, by the interval that holds at every look. */
                            high: number | null;
                            low: number | null;
                        }[];
                        experiment: components["schemas"]["Experiment"];
                        /** @description Null: it has not been read yet. */
                        latest: components["schemas"]["ExperimentReading"] | null;
                        /** @description Whether as many people as planned can show the effect hoped for. */
                        plan: components["schemas"]["Measurability"] | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: components["schemas"]["ExperimentDefinitionInput"];
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeExperiment: {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignToExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: number[];
                } | {
                    after?: string;
                    segment: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentAssigned"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentReading"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightModels: {
        parameters: {
            query?: {
                run?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        models: components["schemas"]["InsightModel"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightModelHistory: {
        parameters: {
            query?: {
                model?: "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "nbd";
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        models: components["schemas"]["InsightModel"][];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returns: {
        parameters: {
            query?: {
                /** @description The first day; twelve months ago where it is left out. */
                from?: string;
                /** @description The last day; today where it is left out. */
                to?: string;
                horizonMonths?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description When a run counted it last. Null: not yet, and nothing else is told. */
                        countedAt: number | null;
                        returns: components["schemas"]["Returns"] | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rungCosts: {
        parameters: {
            query?: {
                /** @description The first day; twelve months ago where it is left out. */
                from?: string;
                /** @description The last day; today where it is left out. */
                to?: string;
                ladder?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cost: number;
                        from: string;
                        ladder: string;
                        names: {
                            key: string;
                            name: {
                                en: string;
                                fa: string;
                            };
                        }[];
                        rungs: components["schemas"]["RungCost"][];
                        to: string;
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moneySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneySettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMoneySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assumed: {
                        /** @description The share of the difference that climbing itself makes. People who climb differ from others already before. */
                        causalShare?: number;
                        /** @description What it costs to spend on one person once, minor units. Null: not said, and nothing can be put in order. */
                        costPerPerson?: number | null;
                        /** @description A year: 0.2 makes a year’s 120 worth 100 today. */
                        discountRate?: number;
                        /** @description How much of that the next time still does: 0.5 is half as much. */
                        fade?: number;
                        /** @description For how long what somebody leaves counts; not longer than was seen. */
                        horizonMonths?: number;
                        /** @description Of those who would not climb anyway, the share that does when money is spent on them once. */
                        lift?: number;
                    };
                    marginRate: number;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneySettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightPeople: {
        parameters: {
            query?: {
                kind?: "band" | "segment" | "type" | "rhythm" | "everybody";
                class?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: number;
                        next: string | null;
                        people: components["schemas"]["PersonScores"][];
                        run: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightRfm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null until a run came to its end. */
                        answer: {
                            asOf: number;
                            result: components["schemas"]["Rfm"];
                            run: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightRuns: {
        parameters: {
            query?: {
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        runs: components["schemas"]["InsightRun"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runInsight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightRun"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightRun"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopInsightRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightRun"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightSeasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null until a run came to its end. */
                        answer: {
                            asOf: number;
                            result: components["schemas"]["Seasons"];
                            run: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightSettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeInsightSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    discount: number;
                    horizon: number;
                    /** @description That of the settings the change was made from. */
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightSettings"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    insightTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null until a run came to its end. */
                        answer: {
                            asOf: number;
                            result: components["schemas"]["CustomerTypes"];
                            run: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnitCosts: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnitCost"][];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUnitCosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** @description Of one piece, minor units; null takes it away. */
                        cost: number | null;
                        /** @description As the lines of orders name it. */
                        item: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unitCosts: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        business: {
                            /** @enum {string} */
                            language: "fa" | "en";
                            name: string;
                        };
                        expiresAt: number;
                        invitee: string | null;
                        /** @enum {string} */
                        role: "owner" | "manager" | "sales" | "support" | "cashier" | "analyst";
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptAsNewAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    language?: "fa" | "en";
                    name: string;
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        business: {
                            name: string;
                            slug: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description For whom it is; for your own list. */
                    invitee?: string;
                    /** @enum {string} */
                    role: "owner" | "manager" | "sales" | "support" | "cashier" | "analyst";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitation: components["schemas"]["Invitation"];
                        /** @description The link is /invitation#token. Told once; null when the request is a repetition. */
                        token: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLadders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ladders: {
                            key: string;
                            /** @enum {string} */
                            kind: "ladder" | "typology";
                            name: components["schemas"]["Words"];
                            places: {
                                key: string;
                                meaning?: {
                                    feels: components["schemas"]["Words"];
                                    helps: components["schemas"]["Words"];
                                    who: components["schemas"]["Words"];
                                };
                                name: components["schemas"]["Words"];
                            }[];
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginLadder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: components["schemas"]["DefinitionInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        revision: number;
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ladderOverview: {
        parameters: {
            query?: {
                asOf?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderOverview"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveLadder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The version that was in force. */
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: components["schemas"]["DefinitionInput"];
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDraft: {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description There was nothing of it but this draft. */
                        ladderGone: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: components["schemas"]["DefinitionInput"];
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ladderHistory: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                by?: "day" | "week" | "month";
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderHistory"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ladderMoves: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                direction?: "up" | "down";
                fromRung?: string;
                toRung?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderMoves"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishDraft: {
        parameters: {
            query?: {
                revision?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopPublishing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What its definition went back to; null for a roll-back, and beside another draft. */
                        draft: {
                            revision: number;
                            version: number;
                        } | null;
                        /** @description The version that was given up. */
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rollBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    peopleOnRung: {
        parameters: {
            query?: {
                asOf?: string;
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
                rung: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it as `after` for the next page. */
                        next: string | null;
                        people: {
                            email: string | null;
                            external: string | null;
                            id: number;
                            mobile: string | null;
                            name: string | null;
                            since: number;
                            until: number | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ladderVersions: {
        parameters: {
            query?: {
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it as `before` for the next page. */
                        next: number | null;
                        versions: {
                            /** @description The version before it. */
                            before: number | null;
                            madeAt: number;
                            madeBy: string;
                            name: components["schemas"]["Words"];
                            note: string | null;
                            publishedAt: number | null;
                            publishedBy: string | null;
                            /** @description The earlier version it put back in force. */
                            restores: number | null;
                            /** @enum {string} */
                            state: "publishing" | "published" | "retired";
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ladderVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The version before it. */
                        before: number | null;
                        definition: components["schemas"]["DefinitionInput"];
                        madeAt: number;
                        madeBy: string;
                        name: components["schemas"]["Words"];
                        note: string | null;
                        publishedAt: number | null;
                        publishedBy: string | null;
                        /** @description The earlier version it put back in force. */
                        restores: number | null;
                        /** @enum {string} */
                        state: "publishing" | "published" | "retired";
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergesInForce: {
        parameters: {
            query?: {
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        merges: {
                            at: number;
                            by: string;
                            loser: number;
                            loserName: string | null;
                            mergeId: number;
                            reason: string | null;
                            winner: number;
                            winnerName: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergePeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    loser: number;
                    reason?: string;
                    winner: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMerge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    loser: number;
                    winner: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmergePeople: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewUnmerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackedEventInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: {
                            /** @description Stable; docs/reference/refusals.md has a line for each. */
                            code: string;
                            /** @description The input it is about, as a path. */
                            field?: string;
                            messageId: string;
                            /** @description Why, in the language of the reader. */
                            sentence: string;
                        }[];
                        stored: number;
                        /** @enum {boolean} */
                        success: true;
                        unchanged: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPeople: {
        parameters: {
            query?: {
                /** @description Part of a name, a number in any spelling, an e-mail, an id. */
                search?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            id: number;
                            identifiers: {
                                /** @enum {string} */
                                kind: "external" | "mobile" | "email" | "anonymous";
                                value: string;
                            }[];
                            /** @enum {string} */
                            kind: "person" | "organisation";
                            name: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleJob"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    columns: string[];
                    /** @enum {string} */
                    digits?: "latin" | "persian";
                    /** @enum {string} */
                    format: "csv" | "xlsx";
                    /** @enum {string} */
                    language?: "fa" | "en";
                    order?: components["schemas"]["PeopleOrderInput"];
                    selection: components["schemas"]["PeopleSelectionInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleJob"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    peopleJobs: {
        parameters: {
            query?: {
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobs: components["schemas"]["PeopleJob"][];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    peopleJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleJob"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportedFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumePeopleJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleJob"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopPeopleJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleJob"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoTagging: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleJob"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    after?: string;
                    before?: string;
                    columns?: string[];
                    filter?: components["schemas"]["PeopleFilterInput"];
                    limit?: number;
                    order?: components["schemas"]["PeopleOrderInput"];
                    search?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePage"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tagPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    add?: string[];
                    /** @enum {boolean} */
                    confirmed?: true;
                    remove?: string[];
                    selection: components["schemas"]["PeopleSelectionInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleJob"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    wordsInUse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tags: string[];
                        traits: {
                            name: string;
                            values: string[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appreciationOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appreciation"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personClub: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonInClub"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    historyOf: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                type?: string;
                /** @description Those facts and no others, at most 200: numbers with commas between them. */
                ids?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: {
                            at: number;
                            data: {
                                [key: string]: string | number | boolean;
                            };
                            id: number;
                            key: string;
                            learntAt: number;
                            source: string;
                            type: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    filesOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        files: components["schemas"]["KeptFile"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFile"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fileOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                file: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file itself, to be kept and not to be shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                file: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addIdentifier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "mobile" | "email" | "external";
                    /** @description In any spelling. */
                    value: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "mobile" | "email" | "external";
                        value: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeIdentifier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "mobile" | "email" | "external";
                    /** @description In any spelling. */
                    value: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "mobile" | "email" | "external";
                        value: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainPerson: {
        parameters: {
            query?: {
                asOf?: string;
            };
            header?: never;
            path: {
                id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergesOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        merges: {
                            at: number;
                            by: string;
                            loser: number;
                            mergeId: number;
                            reason: string | null;
                            winner: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notesOf: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        notes: components["schemas"]["Note"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeNote: {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                id: number;
                note: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                note: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ordersOf: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        orders: components["schemas"]["PersonOrder"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pinPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ladder: string;
                    reason: string;
                    rung: string;
                    /** @description The last day on which the pin holds. */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    referralOfPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonReferral"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reissueReferralCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonReferral"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    relationsOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        relations: components["schemas"]["Relation"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stateRelation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "buys_for" | "works_at" | "household" | "knows";
                    other: number;
                    /** @default true */
                    outward?: boolean;
                    role?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endRelation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                relation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personScores: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: they kept no order, or there was no run yet. */
                        scores: components["schemas"]["PersonScores"] | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: boolean;
                    tag: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTrait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description `name` is what the person is called. */
                    trait: string;
                    value: string | number | boolean;
                    /** @description The value you saw; another one standing there is refused. */
                    was: (string | number | boolean) | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unpinPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ladder: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roles: {
                            mayGive: boolean;
                            /** @enum {string} */
                            role: "owner" | "manager" | "sales" | "support" | "cashier" | "analyst";
                            scopes: ("facts:write" | "people:read" | "people:write" | "people:export" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "settings:write" | "staff:write" | "keys:write" | "hooks:write" | "insight:read" | "insight:write" | "club:read" | "club:write" | "till:write" | "sales:read" | "sales:write" | "sales:manage" | "audit:read" | "metrics:read")[];
                        }[];
                        scopes: ("facts:write" | "people:read" | "people:write" | "people:export" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "settings:write" | "staff:write" | "keys:write" | "hooks:write" | "insight:read" | "insight:write" | "club:read" | "club:write" | "till:write" | "sales:read" | "sales:write" | "sales:manage" | "audit:read" | "metrics:read")[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Portal"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askPortalCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                        expiresAt: number;
                        /** @description The mobile, all but its ends hidden. */
                        to: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portalMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMe"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portalCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalCodes"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sayPortalConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
                purpose: "offers" | "reminders" | "surveys";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    given: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consents: {
                            /** @description When they last said so; null: never. */
                            at: number | null;
                            given: boolean;
                            /** @enum {string} */
                            purpose: "offers" | "reminders" | "surveys";
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portalOwnData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portalHistory: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalHistory"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sayPortalProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    birthday?: {
                        day: number;
                        month: number;
                        year: number;
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        said: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portalInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalInvitation"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portalRewards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalRewards"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takePortalReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How much they want to spend, where they may choose. */
                    units?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalRewardTaken"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    portalRewardImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
                key: string;
                image: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInToPortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challenge: string;
                    code: string;
                    /** @description The code of the link that brought them. */
                    friend?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who brought them is noted. */
                        friend: boolean;
                        /** @description They came to the club just now. */
                        joined: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutOfPortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of the business. */
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    everywhere?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        out: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackedEventInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: {
                            /** @description Stable; docs/reference/refusals.md has a line for each. */
                            code: string;
                            /** @description The input it is about, as a path. */
                            field?: string;
                            messageId: string;
                            /** @description Why, in the language of the reader. */
                            sentence: string;
                        }[];
                        stored: number;
                        /** @enum {boolean} */
                        success: true;
                        unchanged: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        segments: components["schemas"]["Segment"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    criteria: components["schemas"]["CriteriaInput"];
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    segment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    criteria: components["schemas"]["CriteriaInput"];
                    name: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSegment: {
        parameters: {
            query: {
                revision: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        open: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    foundFirst: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    business: {
                        /** @enum {string} */
                        calendar?: "jalali" | "gregorian";
                        currency?: string;
                        /** @description MM-DD in the calendar of the business. */
                        fiscalYearStart?: string;
                        /** @enum {string} */
                        kind?: "shop" | "online_shop" | "cafe" | "restaurant" | "beauty" | "clinic" | "gym" | "education" | "services" | "wholesale" | "other";
                        /** @enum {string} */
                        language?: "fa" | "en";
                        name: string;
                        slug: string;
                        /** @enum {string} */
                        unit?: "rial" | "toman" | "major";
                        /** @description Days off, Saturday 0 to Friday 6. */
                        weekend?: number[];
                        zone?: string;
                    };
                    owner: {
                        email: string;
                        /** @enum {string} */
                        language?: "fa" | "en";
                        name: string;
                        password: string;
                    };
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        business: {
                            name: string;
                            slug: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitations: components["schemas"]["Invitation"][];
                        members: components["schemas"]["Member"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "manager" | "sales" | "support" | "cashier" | "analyst";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStudio: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ladders: {
                            archived: {
                                at: number;
                                by: string;
                            } | null;
                            draft: {
                                /** @description The version in force when the draft was begun. */
                                baseVersion: number | null;
                                editedAt: number;
                                editedBy: string;
                                note: string | null;
                                /** @description Send it with the next saving. */
                                revision: number;
                                version: number;
                            } | null;
                            key: string;
                            /** @enum {string} */
                            kind: "ladder" | "typology";
                            name: {
                                en: string;
                                fa: string;
                            };
                            places: number;
                            published: {
                                at: number | null;
                                by: string | null;
                                version: number;
                            } | null;
                            publishing: {
                                done: number;
                                /** @description False where the ladder is computed anew because days or money of the business changed. */
                                stoppable: boolean;
                                total: number;
                                version: number;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    studioLadder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InStudio"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestions: {
        parameters: {
            query: {
                about: "field" | "trait" | "traits" | "tags";
                /** @description Fact types, with commas between; with `about=field`. */
                types?: string;
                field?: string;
                trait?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        values: (string | number | boolean)[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTills: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: components["schemas"]["TillDevice"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerTill: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branch?: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        device: components["schemas"]["TillDevice"];
                        /** @description The key the till signs with, in base64url; told this once, null in a repeated answer. */
                        secret: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeTill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillDevice"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findAtTill: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            balances: {
                                available: number;
                                debt: number;
                                held: number;
                                pending: number;
                                wallet: string;
                                /** @description What is available takes so much off, in minor units. */
                                worth: number;
                            }[];
                            id: number;
                            level: string | null;
                            member: boolean;
                            mobile: string | null;
                            name: string | null;
                            places: {
                                /** @enum {string} */
                                kind: "ladder" | "typology";
                                ladder: string;
                                name: {
                                    en: string;
                                    fa: string;
                                };
                                place: number;
                                rung: string;
                                since: number;
                                top: number;
                            }[];
                            say: components["schemas"]["TillHint"][];
                        }[];
                        /** @description The text was the code on their phone: it is them. */
                        proven: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTillOrders: {
        parameters: {
            query?: {
                person?: number;
                state?: "closed" | "partially_returned" | "returned" | "cancelled";
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: number | null;
                        orders: {
                            at: number;
                            due: number;
                            gross: number;
                            id: number;
                            net: number;
                            number: string;
                            person: number | null;
                            postedAt: number;
                            /** @enum {string} */
                            state: "open" | "closed" | "partially_returned" | "returned" | "cancelled";
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tillOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillOrder"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at?: number;
                    dry_run?: boolean;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillReturned"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillReturned"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at?: number;
                    /** @description What would come of it, by the same way, and nothing does. */
                    dry_run?: boolean;
                    /** @description Lines by their place in the basket, counted from 0. */
                    lines: {
                        line: number;
                        quantity: number;
                    }[];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillReturned"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillReturned"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeQuote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basket: {
                        branch?: string;
                        channel?: string;
                        lines: {
                            group?: string;
                            item: string;
                            /** @enum {string} */
                            kind?: "goods" | "shipping" | "gift-card";
                            name?: string;
                            quantity: number;
                            tax?: number;
                            unitCost?: number;
                            unitPrice: number;
                        }[];
                        method?: string;
                    };
                    /** @description Codes of vouchers. */
                    codes?: string[];
                    /** @description Refused where it is not the business's. */
                    currency?: string;
                    /** @description Prices and holds nothing. */
                    dry_run?: boolean;
                    /** @description Gift cards, and how much of each; all that is needed where none is said. */
                    giftCards?: {
                        amount?: number;
                        code: string;
                    }[];
                    /** @description A mobile typed in any way, an e-mail address or a customer number. */
                    identifier?: string;
                    /** @description The code the customer's phone shows. */
                    memberCode?: string;
                    /** @description Where nobody is known by the identifier, somebody new is, who joins the club. */
                    newcomer?: {
                        name?: string;
                    };
                    /** @description As if it were then; only with `dry_run`. */
                    now?: number;
                    /** @description Offers that are given when somebody asks for them. */
                    offers?: string[];
                    /** @description The number of the order, where it has one already. */
                    order?: string;
                    /** @description The number of the person, where the till knows it. */
                    person?: number;
                    /** @description Rewards off this basket, and how much is spent on each where the customer may choose. */
                    rewards?: {
                        reward: string;
                        units?: number;
                    }[];
                    /** @description How long it is to be held, at most a day; 15 minutes where it is left out. */
                    until?: number;
                    /** @description How much of which wallet is to pay; the customer chooses. */
                    use?: {
                        units: number;
                        wallet: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillQuote"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillQuote"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillQuote"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillQuote"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quoteAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillQuote"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By the clock of the till. */
                    at?: number;
                    /** @description As the quote was priced for, where it was priced for one. */
                    method?: string;
                    /** @description The number of the order, where the quote had none. */
                    order?: string;
                    /** @description What was paid in money: what the quote says is due. */
                    paid: number;
                    proof?: {
                        /** @description Absent: any live code of the person. */
                        challenge?: string;
                        code: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillOrder"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillProofAsked"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSlips: {
        parameters: {
            query?: {
                outcome?: "posted" | "review" | "reviewed";
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        slips: components["schemas"]["TillSlip"][];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendSlips: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    device: number;
                    slips: {
                        body: string;
                        sequence: number;
                        signature: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slips: {
                            order: string | null;
                            reasons: components["schemas"]["Refusal"][];
                            repeated: boolean;
                            sequence: number;
                            /** @enum {string} */
                            status: "posted" | "review" | "refused";
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewSlip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: number;
                sequence: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSlip"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    track: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackedEventInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: {
                            /** @description Stable; docs/reference/refusals.md has a line for each. */
                            code: string;
                            /** @description The input it is about, as a path. */
                            field?: string;
                            messageId: string;
                            /** @description Why, in the language of the reader. */
                            sentence: string;
                        }[];
                        stored: number;
                        /** @enum {boolean} */
                        success: true;
                        unchanged: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    traits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description That was everything there is. */
                        all: boolean;
                        declared: {
                            archived: boolean;
                            changedAt: number | null;
                            changedBy: string | null;
                            choices?: string[];
                            en: string;
                            fa: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "money" | "flag" | "day";
                            /** @description Who has a value, among those looked at. */
                            people: number;
                            trait: string;
                        }[];
                        /** @description So many of the newest were looked at. */
                        looked: number;
                        /** @description Traits that are not declared are refused. */
                        onlyDeclared: boolean;
                        /** @description Traits people have that nobody declared, the commonest first. */
                        undeclared: {
                            /**
                             * @description What all the values could be declared as.
                             * @enum {string}
                             */
                            kind: "text" | "number" | "money" | "flag" | "day";
                            people: number;
                            trait: string;
                            /** @description The values, where they are few. */
                            values: string[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declareTrait: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a text: the only values it may have, in the order in which they are offered. */
                    choices?: string[];
                    en?: string;
                    fa?: string;
                    /** @enum {string} */
                    kind: "text" | "number" | "money" | "flag" | "day";
                    trait: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraitWord"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveTrait: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    archived: boolean;
                    trait: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archived: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fitOfTrait: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a text: the only values it may have, in the order in which they are offered. */
                    choices?: string[];
                    en?: string;
                    fa?: string;
                    /** @enum {string} */
                    kind: "text" | "number" | "money" | "flag" | "day";
                    trait: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fit"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTraitPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    onlyDeclared: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        onlyDeclared: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    vocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        traits: components["schemas"]["TraitWord"][];
                        words: {
                            /**
                             * @description No longer told; what was told is called as before.
                             * @enum {boolean}
                             */
                            archived?: true;
                            en: {
                                many: string;
                                one: string;
                            };
                            fa: string;
                            fields: {
                                [key: string]: {
                                    choices?: string[];
                                    en: string;
                                    fa: string;
                                    /** @enum {string} */
                                    kind: "text" | "number" | "money" | "flag" | "day";
                                    /** @enum {boolean} */
                                    required?: true;
                                };
                            };
                            type: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whatIf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asOf?: string;
                    definition: components["schemas"]["DefinitionInput"];
                    months?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whatIfPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    after?: number;
                    asOf?: string;
                    definition: components["schemas"]["DefinitionInput"];
                    from?: string;
                    limit?: number;
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many people were looked at for this page. */
                        looked: number;
                        /** @description Send it as `after` for the next page; a page may be short and have a next one. */
                        next: number | null;
                        people: {
                            because: components["schemas"]["Because"] | null;
                            /** @enum {string} */
                            direction: "up" | "down" | "other";
                            from: string;
                            id: number;
                            name: string | null;
                            to: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
