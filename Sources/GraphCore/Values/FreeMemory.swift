import CKernels

/// Gives back to the system what was freed. Each stage of a build frees nearly all that the one before took, but what
/// other threads took this one cannot use again, and it counts as the process's for as long as it runs.
package func returnFreeMemory() { hearsay_return_free_memory() }

/// Bytes that the program holds of the allocator; 0 where that is not known. For measurements: takes microseconds.
package func allocatedBytes() -> Int { Int(clamping: hearsay_allocated_bytes()) }
