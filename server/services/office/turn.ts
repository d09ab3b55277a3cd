/** Does one act after another, so that each is held against all before it. */
export type InTurn = <T>(act: () => Promise<T>) => Promise<T>

export function createTurn(): InTurn {
  let turn: Promise<unknown> = Promise.resolve()
  return act => {
    const mine = turn.then(act)
    turn = mine.catch(() => undefined)
    return mine
  }
}
