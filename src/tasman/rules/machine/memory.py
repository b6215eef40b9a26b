"""Arrow's buffers as arrays inside a kernel, from their addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba
import numba.extending
import numpy as np
from llvmlite import ir

from tasman.rules.machine.cache import compiled, inlined, spliced

types: Any = numba.types
intrinsic: Any = numba.extending.intrinsic
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


@spliced
def int32s(address: int, count: int) -> Any:
    """Return so many int32 at an address, as an array that knows its length."""
    return carray(_as_int32(address), (count,), np.int32)


@spliced
def int32_rows(address: int, count: int, width: int) -> Any:
    """Return so many rows of int32 at an address."""
    return carray(_as_int32(address), (count, width), np.int32)


@spliced
def int64_at(address: int) -> Any:
    """Return the int64 array at an address."""
    return carray(_as_int64(address), (_MANY,), np.int64)


def _unwritten(module: Any) -> Any:
    """LLVM's mark of reads that no `write` in the same function can touch."""
    domain = module.add_metadata(["registers"])
    return module.add_metadata([module.add_metadata(["written", domain])])


def _place(context: Any, builder: Any, array: Any, type_: Any, index: Any) -> Any:
    data = context.make_array(type_)(context, builder, array).data
    return builder.gep(data, [index])


@intrinsic
def read(typing_context: Any, array: Any, index: Any) -> Any:
    """Return a value that no `write` around changes, so that loops become vectors.

    A loop becomes one only if all that it reads and writes goes by `read` and `write`:
    LLVM cannot see by itself that tables, inputs and outputs lie apart.
    """

    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        place = _place(context, builder, args[0], signature.args[0], args[1])
        value = builder.load(place)
        value.set_metadata("noalias", _unwritten(builder.module))
        return value

    return array.dtype(array, types.int64), generate


@intrinsic
def word(typing_context: Any, array: Any, index: Any) -> Any:
    """Return the eight bytes from a place on as one number, as `read` does."""

    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        place = _place(context, builder, args[0], signature.args[0], args[1])
        wide = context.get_value_type(types.uint64).as_pointer()
        value = builder.load(builder.bitcast(place, wide), align=1)
        value.set_metadata("noalias", _unwritten(builder.module))
        return value

    return types.uint64(array, types.int64), generate


@intrinsic
def write(typing_context: Any, array: Any, index: Any, value: Any) -> Any:
    """Set a place of an array that nothing around reads by `read`."""

    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        place = _place(context, builder, args[0], signature.args[0], args[1])
        done = builder.store(args[2], place)
        done.set_metadata("alias.scope", _unwritten(builder.module))

    return types.void(array, types.int64, array.dtype), generate


@intrinsic
def put_word(typing_context: Any, array: Any, index: Any, value: Any) -> Any:
    """Set eight bytes from a place on to those of one number."""

    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        place = _place(context, builder, args[0], signature.args[0], args[1])
        wide = context.get_value_type(types.uint64).as_pointer()
        builder.store(args[2], builder.bitcast(place, wide), align=1)

    return types.void(array, types.int64, types.uint64), generate


def _repeated(builder: Any, number: Any) -> Any:
    """A vector of eight int32 that are all one number."""
    eight = ir.VectorType(ir.IntType(32), 8)
    none = ir.Constant(eight, ir.Undefined)
    one = builder.insert_element(none, number, ir.IntType(32)(0))
    return builder.shuffle_vector(one, none, ir.Constant(eight, [0] * 8))


def _eight(value_of: Callable[[Any, Any], Any], out: Any, index: Any, more: Any) -> Any:
    """An intrinsic that sets eight int32 at once."""

    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        place = _place(context, builder, args[0], signature.args[0], args[1])
        vector = value_of(builder, args)
        builder.store(vector, builder.bitcast(place, vector.type.as_pointer()), align=4)

    return types.void(out, types.int64, *more), generate


@intrinsic
def put_eight(typing_context: Any, out: Any, index: Any, value: Any) -> Any:
    """Set eight int32 from a place on to one value."""

    def same(builder: Any, args: Any) -> Any:
        return _repeated(builder, args[2])

    return _eight(same, out, index, (types.int32,))


@intrinsic
def count_eight(typing_context: Any, out: Any, index: Any, first: Any) -> Any:
    """Set eight int32 from a place on to a number, one more, and so on."""

    def numbers(builder: Any, args: Any) -> Any:
        from_zero = ir.Constant(ir.VectorType(ir.IntType(32), 8), list(range(8)))
        return builder.add(_repeated(builder, args[2]), from_zero)

    return _eight(numbers, out, index, (types.int32,))


@inlined
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
