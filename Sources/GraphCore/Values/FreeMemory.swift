import CKernels

/// Gives back to the system what was freed. Each stage of a build frees nearly all that the one before took, but what
/// other threads took this one cannot use again, and it counts as the process's for as long as it runs.
package func returnFreeMemory() { hearsay_return_free_memory() }

/// Keeps what is freed from now on, for programs that answer one statement after the other with arrays of about the same
/// sizes: some took twice as long with memory that the system had to clear for each (Q6 of the workload at M 12 to 7.9 ms).
package func keepFreedMemory() { hearsay_keep_freed_memory() }

/// Bytes that the program holds of the allocator; 0 where that is not known. For measurements: takes microseconds.
package func allocatedBytes() -> Int { Int(clamping: hearsay_allocated_bytes()) }
