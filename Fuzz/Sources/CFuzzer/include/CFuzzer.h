#pragma once
#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own main, so that one program can hold all targets.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
