export { type KnownFacts, useFacts } from './use-facts.ts'
