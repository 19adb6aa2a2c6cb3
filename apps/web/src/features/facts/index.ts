export { useFacts } from './use-facts.ts'
