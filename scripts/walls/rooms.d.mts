/** The room of a file as a path from the project, its folder where the map does not know it. */
export function roomOf(file: string): string
/** The rooms of one house that a room may import, without stars. */
export function reachOf(house: string, room: string): readonly string[]
/** Whether a file stands in a house, and so goes by the map. */
export function hasHouse(file: string): boolean
/** Why `file` may not import `source`, or `undefined` when it may. Paths are relative to the project. */
export function refusal(file: string, source: string, typeOnly?: boolean): string | undefined
