# gdelt_rows.py N SEED OUT: N GDELT-shaped rows of invented happenings: chosen codes, places and numbers at random (seeded)
import os,random,sys
n=int(sys.argv[1]); seed=int(sys.argv[2]); out=open(sys.argv[3],'w',encoding='utf-8',newline='\n')
R=random.Random(seed)
C=['USA','FRA','EGY','NGA','RUS','UKR','CHN','IND','BRA','ROM','KSV','ZAF','TUR','IRN','MLI','PER','JPN','DEU','GBR','KEN']
F={'USA':'US','FRA':'FR','EGY':'EG','NGA':'NI','RUS':'RS','UKR':'UP','CHN':'CH','IND':'IN','BRA':'BR','ROM':'RO','KSV':'KV','ZAF':'SF','TUR':'TU','IRN':'IR','MLI':'ML','PER':'PE','JPN':'JA','DEU':'GM','GBR':'UK','KEN':'KE'}
roles=['','GOV','MIL','REB','OPP','COP','CVL','MED','BUS','EDU','JUD','LEG']
E=[l.split('\t') for l in open(os.path.join(os.path.dirname(os.path.abspath(__file__)),'..','codebook','ontology','cameo.tsv'),encoding='utf-8') if not l.startswith('#') and not l.startswith('code')]
E=[e for e in E if len(e[0])>=3]
hosts=['news%d.example'%i for i in range(3000)]
words=['talks','port','strike','minister','border','harvest','court','rail','election','flood','market','clinic','accord','protest','aid']
def actor():
    r=R.random()
    if r<.1: return ['']*10
    if r<.17: return ['IGOUNO','UNITED NATIONS','','UNO','','','','IGO','','']
    c=R.choice(C) if R.random()<.8 else ''
    ro=R.choice(roles)
    if not c and not ro: ro='CVL'
    return [c+ro,(c+' '+ro).strip(),c,'','','','',ro,'','']
def geo(c):
    if R.random()<.15: return ['0','','','','','','','']
    f=F.get(c,'US'); k=R.randrange(5000)
    return ['4','Town%d, Region%d, Land%s'%(k,k%37,f),f,'%s%02d'%(f,k%37),str(20000+k),'%.4f'%(-60+k%120+k/7919),'%.4f'%(-170+k%340+k/7919),str(-100000-k)]
buf=[]
for i in range(n):
    a,b=actor(),actor(); e=R.choice(E); y,m,d=2024,R.randrange(1,13),R.randrange(1,29)
    day='%d%02d%02d'%(y,m,d)
    src='https://www.%s/%d/%02d/%s-%s-%d.html'%(R.choice(hosts),y,m,R.choice(words),R.choice(words),R.randrange(10**7))
    row=[str(1200000000+i),day,day[:6],day[:4],'%.4f'%(y+((m-1)*30+d)/365)]+a+b+[str(R.randrange(2)),e[0],e[0][:3],e[0][:2],e[3],'%.1f'%float(e[2]),str(R.randrange(1,20)),'1',str(R.randrange(1,20)),'%.6f'%R.uniform(-10,5)]+geo(a[2])+geo(b[2])+geo(a[2])+[day+'%02d%02d00'%(R.randrange(24),15*R.randrange(4)),src]
    buf.append('\t'.join(row))
    if len(buf)==10000: out.write('\n'.join(buf)+'\n'); buf=[]
if buf: out.write('\n'.join(buf)+'\n')
