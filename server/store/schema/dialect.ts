/** The databases that the tables are made for. */
export type Dialect = 'sqlite' | 'postgres'
