export { remedies, remediesVersion } from './remedies.ts'
export { goalsOf, guessStack, remediesFor } from './remedies-for.ts'
export * from './remedy.ts'
