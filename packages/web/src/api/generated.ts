// Written from contract/openapi.json: vitest run --update packages/web/src/api/generated.test.ts

export interface paths {
    "/api/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["changePassword"];
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
    "/v1/custom-facts/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["declareCustomFact"];
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
    "/v1/ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLadders"];
        put?: never;
        post?: never;
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
        delete?: never;
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
    "/v1/ladders/{key}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins. GET /v1/ladders/{key} tells in `publishing` how far it is. */
        post: operations["publishDraft"];
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
    "/v1/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["mergePeople"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiKey: {
            id: number;
            madeAt: number;
            madeBy: string;
            name: string;
            revokedAt: number | null;
            scopes: string[];
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
        CriteriaInput: {
            all: components["schemas"]["CriteriaInput"][];
        } | {
            any: components["schemas"]["CriteriaInput"][];
        } | {
            not: components["schemas"]["CriteriaInput"];
        } | components["schemas"]["ConditionInput"];
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
        Explanation: {
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
        Import: {
            bytes: number;
            changedAt: number;
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
            state: "proposed" | "running" | "stopped" | "done" | "failed";
            stopAsked: boolean;
            summary: components["schemas"]["ImportSummary"] | null;
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
        LadderOverview: {
            /** @description The local day, YYYY-MM-DD. */
            asOf: string;
            flows: {
                from: string;
                people: number;
                to: string;
            }[];
            /** @enum {string} */
            kind: "ladder" | "typology";
            ladder: string;
            moves: {
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
            rungs: {
                arrivedDown: number;
                arrivedUp: number;
                key: string;
                leftDown: number;
                leftUp: number;
                name: components["schemas"]["Words"];
                people: number;
                share: number;
            }[];
            steps: {
                conversion: number | null;
                from: string;
                medianDays: number | null;
                people: number;
                to: string;
            }[];
            total: number;
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
        Merge: {
            loser: number;
            mergeId: number;
            winner: number;
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
        Session: {
            business: {
                /** @enum {string} */
                calendar: "jalali" | "gregorian";
                currency: string;
                /** @enum {string} */
                language: "fa" | "en";
                name: string;
                slug: string;
                /** @enum {string} */
                unit: "rial" | "toman" | "major";
                zone: string;
            };
            businesses: {
                name: string;
                /** @enum {string} */
                role: "owner" | "manager" | "sales" | "support" | "cashier" | "analyst";
                slug: string;
            }[];
            role: ("owner" | "manager" | "sales" | "support" | "cashier" | "analyst") | null;
            scopes: ("facts:write" | "people:read" | "people:write" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "keys:write" | "settings:write" | "metrics:read")[];
            user: {
                email: string;
                /** @enum {string} */
                language: "fa" | "en";
                name: string;
            } | null;
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
            version: number;
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
                        user: {
                            email: string;
                            name: string;
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
                    scopes: ("facts:write" | "people:read" | "people:write" | "ladder:read" | "ladder:write" | "imports:read" | "imports:write" | "keys:write" | "settings:write" | "metrics:read")[];
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
                            kind: "two_people" | "shared_identifier";
                            noticedAt: number;
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
                    en: string;
                    fa: string;
                    fields: {
                        [key: string]: {
                            en: string;
                            fa: string;
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
                            field: string;
                            header: string;
                            sure: number;
                        }[];
                        import: components["schemas"]["Import"];
                        /** @description What the mapping still lacks before it can start; null: nothing. */
                        missing: components["schemas"]["Refusal"] | null;
                        questions: {
                            assumed?: string;
                            code: string;
                            column?: string;
                        }[];
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
                        refused: {
                            /** @description Stable; docs/reference/refusals.md has a line for each. */
                            code: string;
                            /** @description The input it is about, as a path. */
                            field?: string;
                            line: number;
                            /** @description Why, in the language of the reader. */
                            sentence: string;
                        }[];
                        summary: components["schemas"]["ImportSummary"];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
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
    publishDraft: {
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
                        words: {
                            en: {
                                many: string;
                                one: string;
                            };
                            fa: string;
                            fields: {
                                [key: string]: {
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
}
