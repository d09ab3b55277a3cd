/** Why the program cannot start, in one sentence for whoever runs it; nothing was damaged. */
export class StartError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'StartError'
  }
}
