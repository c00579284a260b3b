"""What the codecs from bytes to bytes take."""
import codecs
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
for x in (b'6162','6162',b'6',b'6z',b'61 62',5,'é',bytearray(b'61'),memoryview(b'61'),'zz',b''):
    t(lambda: codecs.decode(x,'hex')); t(lambda: codecs.encode(x,'hex')); t(lambda: codecs.decode(x,'hex_codec'))
    t(lambda: codecs.encode(x,'base64')); t(lambda: codecs.decode(x,'base64')); t(lambda: codecs.decode(x,'quopri')); t(lambda: codecs.encode(x,'quopri')); t(lambda: codecs.decode(x,'uu')); t(lambda: codecs.encode(x,'uu')); t(lambda: codecs.encode(x,'rot13')); t(lambda: codecs.decode(x,'rot13'))
