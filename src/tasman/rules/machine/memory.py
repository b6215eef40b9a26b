"""Arrow's buffers as arrays inside a kernel, from their addresses."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numba.extending import intrinsic

from tasman.rules.machine.cache import compiled

types: Any = numba.types
carray: Any = numba.carray  # type: ignore[attr-defined]
_MANY = 1 << 40
"""A length that no index reaches: buffers are read only where offsets say."""


def _pointer(type_: Any) -> Any:
    @intrinsic
    def pointer(typing_context: Any, address: Any) -> Any:
        def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
            return builder.inttoptr(
                args[0], context.get_value_type(types.CPointer(type_))
            )

        return types.CPointer(type_)(types.int64), generate

    return pointer


_as_int8 = _pointer(types.int8)
_as_uint8 = _pointer(types.uint8)
_as_int32 = _pointer(types.int32)
_as_int64 = _pointer(types.int64)


@compiled
def int8_at(address: int) -> Any:
    """Return the int8 array at an address."""
    return carray(_as_int8(address), (_MANY,), np.int8)


@compiled
def bits_at(address: int) -> Any:
    """Return the bitmap at an address, as bytes."""
    return carray(_as_uint8(address), (_MANY,), np.uint8)


@compiled
def int32_at(address: int) -> Any:
    """Return the int32 array at an address."""
    return carray(_as_int32(address), (_MANY,), np.int32)


@compiled
def int64_at(address: int) -> Any:
    """Return the int64 array at an address."""
    return carray(_as_int64(address), (_MANY,), np.int64)


@compiled
def bit(bits: Any, place: int) -> bool:
    """Return one bit of a bitmap."""
    byte = bits[np.uint64(place >> 3)]
    return ((byte >> np.uint8(place & 7)) & np.uint8(1)) != 0


@compiled
def fill(out: Any, value: Any) -> None:
    """Set every place: as a slice would, which takes far longer to compile."""
    for i in range(out.shape[0]):
        out[i] = value


@compiled
def copy(out: Any, value: Any) -> None:
    """Set every place to what another array holds there."""
    for i in range(out.shape[0]):
        out[i] = value[i]
