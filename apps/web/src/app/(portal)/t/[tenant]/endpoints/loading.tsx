import { ListSkeleton } from '../../../../../features/endpoints/index.ts'

export default ListSkeleton
