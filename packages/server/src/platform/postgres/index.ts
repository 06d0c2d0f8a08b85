export { applicationUrl, type Postgres, type PostgresOptions, openPostgres } from './open.ts';
