/** How many scans of papers a booking takes. */
export const MOST_FILES = 6

/** How large one scan may be, as a refusal says it. */
export const FILE_LIMIT = { mostBytes: 5 * 1024 * 1024, most: '5 MB' } as const
