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
            scopes: ("facts:write" | "people:read" | "people:write" | "people:export" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "settings:write" | "staff:write" | "keys:write" | "hooks:write" | "insight:read" | "insight:write" | "audit:read" | "metrics:read")[];
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
                    scopes: ("facts:write" | "people:read" | "people:write" | "people:export" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "settings:write" | "staff:write" | "keys:write" | "hooks:write" | "insight:read" | "insight:write" | "audit:read" | "metrics:read")[];
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
                deed?: "business.changed" | "business.founded" | "conflict.decided" | "cost.changed" | "cost.entered" | "cost.imported" | "cost.removed" | "custom_fact.archived" | "custom_fact.restored" | "custom_fact.saved" | "experiment.changed" | "experiment.drafted" | "experiment.removed" | "experiment.started" | "experiment.stopped" | "hook.changed" | "hook.made" | "hook.removed" | "hook.replayed" | "hook.rotated" | "hook.stopped" | "import.begun" | "import.stopped" | "import.undone" | "insight.settings_changed" | "key.made" | "key.revoked" | "ladder.archived" | "ladder.discarded" | "ladder.drafted" | "ladder.published" | "ladder.recounted" | "ladder.rolled_back" | "ladder.stopped" | "mapping.removed" | "mapping.saved" | "margin.changed" | "people.exported" | "people.merged" | "people.tagged" | "people.unmerged" | "people.untagged" | "person.changed" | "person.file_added" | "person.file_removed" | "person.noted" | "person.pinned" | "person.unpinned" | "second_factor.off" | "second_factor.on" | "segment.removed" | "segment.saved" | "sign_in.locked" | "staff.invitation_withdrawn" | "staff.invited" | "staff.joined" | "staff.removed" | "staff.role_changed" | "trait.any_taken" | "trait.archived" | "trait.only_declared" | "trait.restored" | "trait.saved" | "unit_costs.changed";
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
                            scopes: ("facts:write" | "people:read" | "people:write" | "people:export" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "settings:write" | "staff:write" | "keys:write" | "hooks:write" | "insight:read" | "insight:write" | "audit:read" | "metrics:read")[];
                        }[];
                        scopes: ("facts:write" | "people:read" | "people:write" | "people:export" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "settings:write" | "staff:write" | "keys:write" | "hooks:write" | "insight:read" | "insight:write" | "audit:read" | "metrics:read")[];
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
